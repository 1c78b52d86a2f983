import * as Y from 'yjs';
import { createDeckDoc } from '#lib/deck/deck-doc.ts';
import { findSectionsAgain } from '#lib/sections/find-again.ts';
import { knownHeadings } from '#lib/sections/known-headings.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import type { Transaction } from '#server/database/client.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import { storeFirstFindings, type OrderedDeck } from './section-rows.ts';
import { seriesOrder } from './stored-order.ts';

/** Makes the rows of a new deck's sections, in the transaction that makes the deck: so that a section can be taken before anybody has opened it. */
export async function makeFirstSections(tx: Transaction, { deckId, seriesId }: OrderedDeck): Promise<void> {
  const { text, update, seq } = await readDeck(deckId, tx);
  const known = knownHeadings(await seriesOrder(seriesId, tx));
  const doc = createDeckDoc();
  Y.applyUpdate(doc, update);
  const found = findSectionsAgain(doc, parseDeck(text, undefined, known), { kept: [], known });
  doc.destroy();
  await storeFirstFindings(tx, deckId, {
    seq,
    findings: found.map(({ anchor, title, position, words }) => ({
      id: null,
      anchor,
      title,
      position,
      words,
      gone: false,
      drafted: false,
      changed: null,
    })),
  });
}
