'use client';

import { useState, useSyncExternalStore } from 'react';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { messages } from '#lib/messages/en.ts';
import { forgetRefusedText, readRefusedText } from '#lib/sync/refused-text.ts';
import { CopyButton } from './copy-button.tsx';

const never = () => () => undefined;

/** After the reload that follows a refusal: the text that the server did not take, to copy or to let go. */
export function RefusedText({ deckId }: { readonly deckId: string }) {
  const text = useSyncExternalStore(
    never,
    () => kept(deckId),
    () => null,
  );
  const [gone, setGone] = useState(false);
  if (text === null || gone) return null;
  const forget = () => {
    forgetRefusedText(deckId);
    setGone(true);
  };
  return (
    <Banner
      action={
        <span className="flex flex-wrap items-center gap-2">
          <CopyButton read={() => text} />
          <Button onClick={forget}>{messages.deck.trouble.letGo}</Button>
        </span>
      }
    >
      {messages.deck.refused.before}
    </Banner>
  );
}

// Read once a page: a refusal that happens now has its own banner.
const read = new Map<string, string | null>();

function kept(deckId: string): string | null {
  const known = read.get(deckId);
  if (known !== undefined) return known;
  const text = readRefusedText(deckId);
  read.set(deckId, text);
  return text;
}
