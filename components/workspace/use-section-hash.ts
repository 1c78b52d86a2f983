'use client';

import { useEffect } from 'react';
import type { DeckDesk } from './deck-desk.ts';

/** Opens the deck at the section that the address names, `/deck#<section>`: once, when the text can be gone to. */
export function useSectionHash(desk: DeckDesk): void {
  useEffect(() => {
    const key = decodeURIComponent(location.hash.slice(1));
    if (key === '') return undefined;
    const go = (): boolean => {
      const section = desk.models.getSnapshot().sections.find((each) => each.key === key);
      if (section === undefined || !desk.open.getSnapshot()) return false;
      desk.choose(section.fromSlide, 'write');
      return true;
    };
    if (go()) return undefined;
    const stop = desk.open.subscribe(() => {
      if (go()) stop();
    });
    return stop;
  }, [desk]);
}
