'use client';

import { useEffect, useState } from 'react';
import { useStore } from '#components/connection/use-store.ts';
import { messages } from '#lib/messages/en.ts';
import type { ExternalStore } from '#lib/sync/external-store.ts';

/** Who types makes and mends many hints on the way; only what stays is worth hearing. */
const PAUSE_MILLISECONDS = 2000;

/** Says to screen readers how many hints there are, after a pause in which that did not change. */
export function HintsAnnouncer({ count }: { readonly count: ExternalStore<number> }) {
  const now = useStore(count);
  const [said, setSaid] = useState(now);
  const [spoken, setSpoken] = useState(false);
  useEffect(() => {
    if (now === said) return undefined;
    const pause = setTimeout(() => {
      setSaid(now);
      setSpoken(true);
    }, PAUSE_MILLISECONDS);
    return () => clearTimeout(pause);
  }, [now, said]);
  return (
    <span role="status" className="sr-only">
      {spoken ? messages.deck.hints.count(said) : ''}
    </span>
  );
}
