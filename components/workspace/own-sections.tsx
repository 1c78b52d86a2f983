'use client';

import { useEffect } from 'react';
import { useStore } from '#components/connection/use-store.ts';
import type { SectionsStore } from '#components/connection/sections-store.ts';
import { messages } from '#lib/messages/en.ts';
import { whyOwn } from '#lib/sections/own-section.ts';
import type { DeckDesk } from './deck-desk.ts';

const words = messages.deck.outline;

interface OwnSectionsProps {
  readonly desk: DeckDesk;
  readonly personId: string | null;
}

/** Folds everything away that is not this person's; not there for who has no section. */
export function OwnSections({ desk, personId }: OwnSectionsProps) {
  const only = useStore(desk.onlyOwn);
  const own = useOwnCount(desk.sections, personId);
  const ready = useStore(desk.writable);
  useEffect(() => {
    const toggle = (event: KeyboardEvent): void => {
      if (!event.altKey || event.code !== 'KeyM' || own === 0) return;
      event.preventDefault();
      desk.showOnlyOwn(!desk.onlyOwn.getSnapshot(), personId);
    };
    document.addEventListener('keydown', toggle);
    return () => document.removeEventListener('keydown', toggle);
  }, [desk, own, personId]);
  if (own === 0 || !ready) return null;
  return (
    <button
      type="button"
      aria-pressed={only}
      onClick={() => desk.showOnlyOwn(!only, personId)}
      className="mx-3 mb-2 min-h-11 rounded-6 border border-edge/55 px-3 text-14 hover:bg-well aria-pressed:border-accent aria-pressed:bg-accent-wash desk:min-h-8"
    >
      {only ? words.everySection : words.ownSection(own)}
    </button>
  );
}

function useOwnCount(sections: SectionsStore, personId: string | null): number {
  const count = (): number => sections.getSnapshot().filter((placed) => whyOwn(placed, personId) !== null).length;
  return useStore({ subscribe: sections.subscribe, getSnapshot: count });
}
