'use client';

import { useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Problem } from '#components/ui/field.tsx';
import { messages } from '#lib/messages/en.ts';
import type { TitleCandidate } from '#lib/pictures/title-picture.ts';
import { ACCEPTED_PICTURES } from './picture-button.tsx';
import type { SendPicture } from './send-picture.ts';

const words = messages.titlePicture;

interface TitleUploadProps {
  readonly send: SendPicture;
  readonly onKept: (picture: TitleCandidate) => void;
}

/** Brings one more picture to choose; says how far it is, and why it could not be kept. */
export function TitleUpload({ send, onKept }: TitleUploadProps) {
  const input = useRef<HTMLInputElement>(null);
  const [percent, setPercent] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const bring = async (file: File): Promise<void> => {
    setPercent(0);
    setRefusal(null);
    const answer = await send(file, {
      onProgress: (share) => setPercent(Math.floor(100 * share)),
      signal: new AbortController().signal,
    });
    setPercent(null);
    if (answer.type === 'refused') return setRefusal(answer.message);
    const { key, extension, name, alt } = answer.picture;
    onKept({ key, extension, name, alt, credit: '' });
  };
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button disabled={percent !== null} onClick={() => input.current?.click()}>
        {words.upload}
      </Button>
      <span role="status" className="tabular text-14 text-soft">
        {percent !== null && words.uploading(percent)}
      </span>
      {refusal !== null && <Problem>{refusal}</Problem>}
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPTED_PICTURES}
        aria-label={words.upload}
        data-testid="title-picture-file"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          target.value = '';
          if (file !== undefined) void bring(file);
        }}
      />
    </div>
  );
}
