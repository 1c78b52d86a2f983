'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { messages } from '#lib/messages/en.ts';

/** How long after the last sign of it files count as carried away: browsers do not say so when they leave the window. */
const GONE_MS = 400;

/**
 * Catches files that are dropped beside the text, which browsers would open in place of the page, and says where they will come in. The
 * text itself takes what is dropped there: the veil lies over everything else.
 */
export function DropVeil({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const [over, setOver] = useState<'text' | 'elsewhere' | null>(null);
  const take = useEffectEvent((files: readonly File[]) => onFiles(files));
  useEffect(() => {
    let gone: ReturnType<typeof setTimeout> | undefined;
    const drag = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return;
      event.preventDefault();
      setOver(isText(event.target) ? 'text' : 'elsewhere');
      clearTimeout(gone);
      gone = setTimeout(() => setOver(null), GONE_MS);
    };
    const drop = (event: DragEvent): void => {
      clearTimeout(gone);
      setOver(null);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0 || event.defaultPrevented) return;
      event.preventDefault();
      take(files);
    };
    addEventListener('dragover', drag);
    addEventListener('drop', drop);
    return () => {
      clearTimeout(gone);
      removeEventListener('dragover', drag);
      removeEventListener('drop', drop);
    };
  }, []);
  if (over === null) return null;
  return (
    <div
      aria-hidden="true"
      className={`fixed inset-0 z-40 flex items-end justify-center pb-16 ${over === 'text' ? 'pointer-events-none' : ''}`}
    >
      <p className="rounded-6 border border-line bg-sheet px-4 py-2 text-14 font-semibold shadow-float">
        {messages.incoming.drop}
      </p>
    </div>
  );
}

function isText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.cm-editor') !== null;
}
