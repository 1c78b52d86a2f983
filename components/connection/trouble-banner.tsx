'use client';

import { Banner } from '#components/ui/banner.tsx';
import { Button, LinkButton } from '#components/ui/button.tsx';
import { addresses } from '#lib/addresses.ts';
import { readDeckText } from '#lib/deck/deck-doc.ts';
import { messages } from '#lib/messages/en.ts';
import { CopyButton } from './copy-button.tsx';
import { useStore } from './use-store.ts';
import { troubleOf, type Trouble } from './trouble.ts';
import type { DeckSession } from './use-deck-session.ts';

const time = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

interface TroubleBannerProps {
  readonly session: DeckSession;
  /** Whether this person writes the deck, or would if the call had not ended. */
  readonly writable: boolean;
  /** Where the record of this call is, or null for a deck without a call. */
  readonly record: string | null;
}

/** One banner for everything that keeps the text from being safe: what, why, and what to do. */
export function TroubleBanner({ session, writable, record }: TroubleBannerProps) {
  const safety = useStore(session.safety);
  const trouble = troubleOf(safety, writable, (at) => time.format(at));
  // The text that the server refused, if it was named, else all of it: better too much than a line missing.
  const read = () =>
    (safety.status.type === 'refused' ? safety.status.text : undefined) ?? readDeckText(session.connection.doc);
  if (trouble === null) return null;
  return (
    <div className="shrink-0">
      <Banner
        action={
          <span className="flex flex-wrap items-center gap-2">
            {trouble.copy && <CopyButton read={read} />}
            <Way way={trouble.way} record={record} />
          </span>
        }
      >
        {trouble.sentence}
      </Banner>
    </div>
  );
}

function Way({ way, record }: { readonly way: Trouble['way']; readonly record: string | null }) {
  const words = messages.deck;
  switch (way) {
    case 'none':
      return null;
    case 'reload':
      return <Button onClick={() => location.reload()}>{words.trouble.reload}</Button>;
    case 'sign-in':
      return <LinkButton href={addresses.signIn(location.pathname)}>{words.trouble.signIn}</LinkButton>;
    case 'record':
      return record === null ? null : <LinkButton href={record}>{words.openRecord}</LinkButton>;
  }
}
