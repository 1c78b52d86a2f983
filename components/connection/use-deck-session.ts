'use client';

import { useEffect, useRef, useState } from 'react';
import { Cell } from './cell.ts';
import { DeckConnection } from '#lib/sync/deck-connection.ts';
import { DeckModelStore } from './deck-model-store.ts';
import type { PresentInput } from '#lib/present/present-deck.ts';
import type { RunningOrder } from '#lib/sections/running-order.ts';
import { PresentationStore } from './presentation-store.ts';
import { SafetyStore } from './safety-store.ts';
import { SectionsStore } from './sections-store.ts';
import { useStore } from './use-store.ts';

/** What a page needs to know to open a deck. */
export interface DeckToOpen {
  readonly id: string;
  readonly epoch: number;
  /** Path of its socket, `/sync/<deck>`. */
  readonly sync: string;
  /** Text that came with the page, for the first paint. */
  readonly text: string;
  /** What was known of its sections when the page was made. */
  readonly order: RunningOrder;
  /** What its slides take from its call and from the series' template. */
  readonly call: PresentInput['call'];
  readonly template: string | null;
  readonly writable: boolean;
  /** Whether this browser keeps a copy of what is unsaved. */
  readonly localCopy: boolean;
  /** Keys this browser's copy, so that two people at one computer never send each other's words. */
  readonly personId: string | null;
  /** Only follows the live call: it is not told who else is there. */
  readonly follows?: boolean;
  /** How this page appears to the others; without it, it does not. */
  readonly presence?: { readonly id: string; readonly name: string; readonly hue: number };
}

/** An open deck: its wire, its model, and how safe its text is. */
export interface DeckSession {
  readonly connection: DeckConnection;
  readonly models: DeckModelStore;
  readonly sections: SectionsStore;
  /** What is on the slides. */
  readonly presentation: PresentationStore;
  readonly safety: SafetyStore;
}

/** Opens the deck when the page is in a browser and closes it with the page. What it reads from the text is there from the first paint on. */
export function useDeckSession(deck: DeckToOpen): {
  readonly models: DeckModelStore;
  readonly sections: SectionsStore;
  readonly presentation: PresentationStore;
  readonly session: DeckSession | null;
} {
  const [models] = useState(() => new DeckModelStore(deck.text));
  const [sections] = useState(() => new SectionsStore(models, deck.order));
  const [presentation] = useState(() => new PresentationStore(models, sections, deck));
  const [opened] = useState(() => new Cell<DeckSession | null>(null));
  const { id, epoch, personId } = deck;
  // Only another deck or person opens it anew: a refreshed page must not, not even when the call has ended meanwhile, or
  // what was typed last would be gone with the connection. What may be done now comes over the wire.
  // Whoever it is opened for then has the rights and the name that the page has at that moment.
  const latest = useRef(deck);
  useEffect(() => {
    latest.current = deck;
  });
  useEffect(() => {
    const { wire, close } = open({ ...latest.current, id, epoch, personId }, models, sections);
    opened.set({ ...wire, models, sections, presentation });
    return () => {
      opened.set(null);
      close();
    };
  }, [models, sections, presentation, opened, id, epoch, personId]);
  return { models, sections, presentation, session: useStore(opened) };
}

function open(
  deck: DeckToOpen,
  models: DeckModelStore,
  sections: SectionsStore,
): { readonly wire: Pick<DeckSession, 'connection' | 'safety'>; readonly close: () => void } {
  const connection = new DeckConnection({
    address: socketBase(deck),
    deckId: deck.id,
    epoch: deck.epoch,
    personKey: deck.personId ?? 'nobody',
    writable: deck.writable,
    localCopy: deck.localCopy,
    follows: deck.follows ?? false,
    ...(deck.presence === undefined ? {} : { person: deck.presence }),
  });
  const detach = models.attach(connection.text);
  const unplace = sections.attach(connection);
  const safety = new SafetyStore(connection.status);
  const close = () => {
    unplace();
    detach();
    safety.destroy();
    connection.destroy();
  };
  return { wire: { connection, safety }, close };
}

/** The client appends the deck's id itself. */
function socketBase({ sync, id }: { readonly sync: string; readonly id: string }): string {
  const url = new URL(sync.slice(0, -(id.length + 1)), location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}
