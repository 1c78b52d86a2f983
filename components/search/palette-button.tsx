'use client';

import { Search } from 'lucide-react';
import { useSyncExternalStore, type MouseEvent } from 'react';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';

import { openPalette, paletteKey } from './palette-key.ts';

const words = messages.search.palette;
const never = (): (() => void) => () => undefined;

function open(event: MouseEvent): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  openPalette();
}

/** Opens the palette, and shows its key. Without script it leads to the search. */
export function PaletteButton() {
  const key = useSyncExternalStore(never, paletteKey, () => 'Ctrl K');
  return (
    <a
      href={addresses.search()}
      onClick={open}
      title={words.openTitle(key)}
      aria-keyshortcuts="Control+K Meta+K"
      className="flex min-h-11 items-center gap-2 rounded-6 px-2.5 text-14 text-soft hover:bg-well hover:text-ink tablet:min-h-9"
    >
      <Search className="size-4 shrink-0" aria-hidden="true" />
      <span className="max-tablet:sr-only">{words.open}</span>
      {/* Not a part of its name. */}
      <kbd aria-hidden="true" className="rounded-[4px] border border-line px-1.5 font-sans text-12 max-tablet:hidden">
        {key}
      </kbd>
    </a>
  );
}
