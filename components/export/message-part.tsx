'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { Problem } from '#components/ui/field.tsx';
import { TextLines } from '#components/ui/text-lines.tsx';
import { messages } from '#lib/messages/en.ts';

const words = messages.exports;

/** The call in one message, fetched when somebody wants it. */
export function MessagePart({ href }: { readonly href: string }) {
  const [text, setText] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const show = async (): Promise<void> => {
    try {
      const response = await fetch(href);
      const said = (await response.text()).trim();
      if (response.ok) setText(said);
      setProblem(response.ok ? null : said);
    } catch {
      setProblem(words.failed);
    }
  };
  if (text === null)
    return (
      <div>
        <Button onClick={() => void show()} aria-label={`${words.message.show}: ${words.message.name}`}>
          {words.message.show}
        </Button>
        {problem !== null && <Problem>{problem}</Problem>}
      </div>
    );
  return (
    <div className="w-full">
      <TextLines
        readOnly
        aria-label={words.message.name}
        rows={text.split('\n').length + 1}
        value={text}
        className="mb-2 text-14"
      />
      <CopyButton text={text} label={words.message.copy} />
    </div>
  );
}
