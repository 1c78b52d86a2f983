'use client';

import { useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Problem } from '#components/ui/field.tsx';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';
import { ACCEPTED_PICTURES } from './picture-button.tsx';
import type { Choice } from './picture-picker.tsx';
import { senderTo } from './send-picture.ts';

const words = messages.pictures.replace;

interface BringPictureProps {
  /** The series' slug. */
  readonly series: string;
  /** Key of the one that is chosen now. */
  readonly chosen: string | null;
  readonly onBrought: (choice: Choice) => void;
}

/** Brings a new picture into the series, and chooses it. */
export function BringPicture({ series, chosen, onBrought }: BringPictureProps) {
  const input = useRef<HTMLInputElement>(null);
  const [brought, setBrought] = useState<Choice | null>(null);
  const { sending, refusal, send } = useSending(series, (choice) => {
    setBrought(choice);
    onBrought(choice);
  });
  const shown = brought !== null && brought.key === chosen ? brought : null;
  return (
    <div className="flex flex-col gap-2">
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPTED_PICTURES}
        aria-label={words.upload}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file !== undefined) void send(file);
        }}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={() => input.current?.click()} disabled={sending !== null}>
          {words.upload}
        </Button>
        {shown !== null && <img src={shown.thumbnail} alt="" className="h-11 rounded-6 border border-line" />}
        <span role="status" className="tabular min-w-0 text-14 text-soft [overflow-wrap:anywhere]">
          {sending === null ? shown !== null && words.brought(shown.name) : words.uploading(sending.percent)}
        </span>
        {sending !== null && (
          <Button tone="bare" onClick={() => sending.stop.abort()}>
            {words.stop}
          </Button>
        )}
      </div>
      {refusal !== null && <Problem>{refusal}</Problem>}
    </div>
  );
}

interface Sending {
  readonly percent: number;
  readonly stop: AbortController;
}

function useSending(series: string, onBrought: (choice: Choice) => void) {
  const [sending, setSending] = useState<Sending | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const send = async (file: File): Promise<void> => {
    const stop = new AbortController();
    setRefusal(null);
    setSending({ percent: 0, stop });
    const answer = await senderTo((name) => addresses.upload({ series }, name))(file, {
      signal: stop.signal,
      onProgress: (share) => setSending({ percent: Math.floor(share * 100), stop }),
    });
    setSending(null);
    if (answer.type === 'refused') setRefusal(stop.signal.aborted ? null : answer.message);
    else {
      const { key, extension, name } = answer.picture;
      onBrought({ key, name, thumbnail: addresses.asset(key, extension, 320) });
    }
  };
  return { sending, refusal, send };
}
