import * as Y from 'yjs';
import { createDeckDoc } from '#lib/deck/deck-doc.ts';
import { log } from '#server/log.ts';
import { openSnapshot } from './check-snapshot.ts';
import type { Store, StoredDeck } from './store.ts';

/** A deck's document as its log says, with where it stands. The caller destroys `doc`. */
export interface FoldedDeck {
  readonly doc: Y.Doc;
  readonly deck: StoredDeck;
}

/** Loads a deck and folds its log, or answers null when there is none. A damaged snapshot is passed over for the one before. */
export async function foldDeck(store: Store, deckId: string): Promise<FoldedDeck | null> {
  let deck = await store.load(deckId);
  while (deck !== null) {
    const doc = fold(deck);
    if (doc !== null) return { deck, doc };
    const seq = deck.snapshot?.seq ?? 0;
    log.error('A snapshot of a deck is damaged: the one before it and the log are used.', {
      deckId,
      seq,
    });
    deck = await store.load(deckId, { before: seq });
  }
  return null;
}

/** Null when the snapshot is damaged. The replica that proves it sound is the one that goes on: reading it takes longest. */
function fold({ snapshot, rows }: StoredDeck): Y.Doc | null {
  const doc = snapshot === null ? createDeckDoc() : openSnapshot(snapshot);
  doc?.transact(() => {
    for (const row of rows) Y.applyUpdate(doc, row.data);
  });
  return doc;
}
