import * as Y from 'yjs';
import { readDeckText } from '#lib/deck/deck-doc.ts';
import { Refusal } from '#lib/errors.ts';
import { database, type Transaction } from '#server/database/client.ts';
import { foldDeck } from '#server/store/fold-deck.ts';
import { PostgresStore } from '#server/store/postgres-store.ts';

/** A deck as the database alone knows it. */
export interface DeckContent {
  readonly text: string;
  /** Number of the newest row in it. */
  readonly seq: number;
  readonly epoch: number;
  /** Its whole state as one Yjs V1 update: anchors resolve in a document made of it. */
  readonly update: Uint8Array;
}

/** Folds a deck's log. Refuses when there is no such deck. Inside a transaction pass it, to read what it sees. */
export async function readDeck(deckId: string, tx: Transaction = database()): Promise<DeckContent> {
  const folded = await foldDeck(new PostgresStore(() => tx), deckId);
  if (folded === null) throw new Refusal('not-found', 'There is no such deck.');
  const { doc, deck } = folded;
  const content = {
    text: readDeckText(doc),
    seq: deck.seq,
    epoch: deck.epoch,
    update: Y.encodeStateAsUpdate(doc),
  };
  doc.destroy();
  return content;
}
