import * as Y from 'yjs';
import { createDeckDoc } from '#lib/deck/deck-doc.ts';
import { log } from '#server/log.ts';
import { isSound } from './check-snapshot.ts';
import type { Store, StoredDeck } from './store.ts';

/** A deck's document as its log says, with where it stands. The caller destroys `doc`. */
export interface FoldedDeck {
  readonly doc: Y.Doc;
  readonly deck: StoredDeck;
}

/** Loads a deck and folds its log, or answers null when there is none. A damaged snapshot is passed over for the one before. */
export async function foldDeck(store: Store, deckId: string): Promise<FoldedDeck | null> {
  let deck = await store.load(deckId);
  while (deck?.snapshot != null && !isSound(deck.snapshot)) {
    const { seq } = deck.snapshot;
    log.error('A snapshot of a deck is damaged: the one before it and the log are used.', {
      deckId,
      seq,
    });
    deck = await store.load(deckId, { before: seq });
  }
  return deck === null ? null : { deck, doc: fold(deck) };
}

function fold(deck: StoredDeck): Y.Doc {
  const doc = createDeckDoc();
  doc.transact(() => {
    if (deck.snapshot !== null) Y.applyUpdate(doc, deck.snapshot.state);
    for (const row of deck.rows) Y.applyUpdate(doc, row.data);
  });
  return doc;
}
