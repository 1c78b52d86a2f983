'use client';

import { useLayoutEffect, useState } from 'react';
import type { DeckView } from '#lib/views.ts';
import type { KeepCopy } from './copies-store.ts';
import { DeckDesk } from './deck-desk.ts';

/** The desk of a deck's page, made once. What the page knows of its pictures it knows each time that the page is read again. */
export function useDeckDesk(
  parts: ConstructorParameters<typeof DeckDesk>[0],
  { call, pictures }: Pick<DeckView, 'call' | 'pictures'>,
  keepCopy: KeepCopy,
): DeckDesk {
  const [desk] = useState(() => {
    const made = new DeckDesk(parts, call?.when.date ?? null, keepCopy);
    made.showPictures(pictures);
    return made;
  });
  useLayoutEffect(() => desk.showPictures(pictures), [desk, pictures]);
  return desk;
}
