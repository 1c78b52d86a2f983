'use client';

import { useDeferredValue } from 'react';
import { useStore } from '#components/connection/use-store.ts';
import { messages } from '#lib/messages/en.ts';
import type { DeckDesk } from './deck-desk.ts';

const words = messages.pictureMenu;

interface PictureLineProps {
  readonly desk: DeckDesk;
  readonly className: string;
}

/** Leads to the menu of the picture that the cursor stands in; not there elsewhere, and not for who may only read. */
export function PictureLine({ desk, className }: PictureLineProps) {
  const here = useDeferredValue(useStore(desk.pictureMenu.atCursor));
  const writable = useStore(desk.writable);
  if (!here || !writable) return null;
  return (
    <button
      type="button"
      title={words.key}
      className={`${className} whitespace-nowrap`}
      onClick={desk.pictureMenu.openAtCursor}
    >
      {words.button} <kbd className="ml-1 font-mono text-12 max-desk:hidden">{words.keyName}</kbd>
    </button>
  );
}
