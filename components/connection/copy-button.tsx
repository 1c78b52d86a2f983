'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { messages } from '#lib/messages/en.ts';
import { copyText } from './copy-text.ts';

const words = messages.deck.trouble;

/** Copies what `read` gives at that moment, and says whether it worked. */
export function CopyButton({ read }: { readonly read: () => string }) {
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none');
  const copy = () => {
    void copyText(read()).then((worked) => setOutcome(worked ? 'copied' : 'failed'));
  };
  return (
    <>
      <Button onClick={copy}>{outcome === 'copied' ? words.copied : words.copy}</Button>
      {outcome === 'failed' && <span className="text-14">{words.copyFailed}</span>}
    </>
  );
}
