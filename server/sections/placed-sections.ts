import * as Y from 'yjs';
import { resolveAnchors } from '#lib/deck/anchors.ts';
import { createDeckDoc } from '#lib/deck/deck-doc.ts';
import { knownHeadings } from '#lib/sections/known-headings.ts';
import { placeSections } from '#lib/sections/place-sections.ts';
import type { PlacedSection } from '#lib/sections/placed-section.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import type { Transaction } from '#server/database/client.ts';
import type { DeckContent } from '#server/decks/read-deck.ts';
import type { OrderedDeck } from './section-rows.ts';
import { orderOf, storedOrder } from './stored-order.ts';

/** A deck read by the headings of its series, with what is known of its sections. */
export async function placedSections(
  deck: OrderedDeck,
  { text, update }: Pick<DeckContent, 'text' | 'update'>,
  tx: Transaction,
): Promise<{ readonly model: DeckModel; readonly sections: readonly PlacedSection[] }> {
  const order = orderOf(await storedOrder(deck, tx));
  const model = parseDeck(text, undefined, knownHeadings(order));
  const doc = createDeckDoc();
  Y.applyUpdate(doc, update);
  const offsets = resolveAnchors(
    doc,
    order.sections.map(({ anchor }) => anchor),
  );
  doc.destroy();
  return { model, sections: placeSections(model, order, offsets) };
}
