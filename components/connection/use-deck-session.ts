'use client';

import { useEffect, useState } from 'react';
import { Cell } from './cell.ts';
import { DeckConnection } from '#lib/sync/deck-connection.ts';
import { DeckModelStore } from './deck-model-store.ts';
import { SafetyStore } from './safety-store.ts';
import { useStore } from './use-store.ts';

/** What a page needs to know to open a deck. */
export interface DeckToOpen {
  readonly id: string;
  readonly epoch: number;
  /** Path of its socket, `/sync/<deck>`. */
  readonly sync: string;
  /** Text that came with the page, for the first paint. */
  readonly text: string;
  readonly writable: boolean;
  /** Whether this browser keeps a copy of what is unsaved. */
  readonly localCopy: boolean;
  /** Keys this browser's copy, so that two people at one computer never send each other's words. */
  readonly personId: string | null;
  /** How this page appears to the others; without it, it does not. */
  readonly presence?: { readonly id: string; readonly name: string; readonly hue: number };
}

/** An open deck: its wire, its model, and how safe its text is. */
export interface DeckSession {
  readonly connection: DeckConnection;
  readonly models: DeckModelStore;
  readonly safety: SafetyStore;
}

/** Opens the deck when the page is in a browser and closes it with the page. The models are there from the first paint on. */
export function useDeckSession(deck: DeckToOpen): {
  readonly models: DeckModelStore;
  readonly session: DeckSession | null;
} {
  const [models] = useState(() => new DeckModelStore(deck.text));
  const [opened] = useState(() => new Cell<DeckSession | null>(null));
  const { id, epoch, personId } = deck;
  // Only another deck or person opens it anew: a refreshed page must not, not even when the call has ended meanwhile, or
  // what was typed last would be gone with the connection. What may be done now comes over the wire.
  const [first] = useState(deck);
  useEffect(() => {
    const { session, close } = open({ ...first, id, epoch, personId }, models);
    opened.set(session);
    return () => {
      opened.set(null);
      close();
    };
  }, [models, opened, first, id, epoch, personId]);
  return { models, session: useStore(opened) };
}

function open(deck: DeckToOpen, models: DeckModelStore): { readonly session: DeckSession; readonly close: () => void } {
  const connection = new DeckConnection({
    address: socketBase(deck),
    deckId: deck.id,
    epoch: deck.epoch,
    personKey: deck.personId ?? 'nobody',
    writable: deck.writable,
    localCopy: deck.localCopy,
    ...(deck.presence === undefined ? {} : { person: deck.presence }),
  });
  const detach = models.attach(connection.text);
  const safety = new SafetyStore(connection.status);
  const close = () => {
    detach();
    safety.destroy();
    connection.destroy();
  };
  return { session: { connection, models, safety }, close };
}

/** The client appends the deck's id itself. */
function socketBase({ sync, id }: { readonly sync: string; readonly id: string }): string {
  const url = new URL(sync.slice(0, -(id.length + 1)), location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}
