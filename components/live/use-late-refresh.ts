'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { mattersToAudience, SPREAD_MS } from './audience-rows.ts';

/** How long a page that has heard of no call waits until it asks what has become of it (ms). */
const UNKNOWN_MS = 4_000;

/**
 * Reads the page again when something of it has changed, each page at a moment of its own within five seconds. True from when the call was
 * heard to be over: what to show meanwhile.
 */
export function useLateRefresh(session: DeckSession, callId: string): boolean {
  const router = useRouter();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const { status, live, ready, onRows } = session.connection;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let unknown: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        const { type } = status.getSnapshot();
        // Without a server to answer, the browser would leave this page for a broken one.
        if (type === 'live' || type === 'refused') router.refresh();
        else refresh();
      }, Math.random() * SPREAD_MS);
    };
    let wasLive = live.getSnapshot() !== null;
    const look = () => {
      const isLive = live.getSnapshot() !== null;
      if (status.getSnapshot().type === 'refused' || (wasLive && !isLive)) refresh();
      if (wasLive !== isLive) setOver(!isLive);
      wasLive = isLive;
      clearTimeout(unknown);
      // It ended while the page was on its way.
      if (!isLive && ready.getSnapshot()) unknown = setTimeout(refresh, UNKNOWN_MS);
    };
    const stops = [
      status.subscribe(look),
      live.subscribe(look),
      ready.subscribe(look),
      onRows((rows) => {
        if (mattersToAudience(rows, callId)) refresh();
      }),
      () => clearTimeout(waiting),
      () => clearTimeout(unknown),
    ];
    look();
    return () => stops.forEach((stop) => stop());
  }, [session, router, callId]);
  return over;
}
