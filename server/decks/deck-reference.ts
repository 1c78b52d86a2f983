import { addresses } from '#lib/addresses.ts';
import { EMPTY_ORDER } from '#lib/sections/running-order.ts';
import type { DeckReference } from '#lib/views.ts';
import { database } from '#server/database/client.ts';
import { orderOf, storedOrder } from '#server/sections/stored-order.ts';
import { templateDeck } from '#server/series/template-deck.ts';
import type { Deck } from '#prisma/client/client.ts';
import { readDeck } from './read-deck.ts';

/** A deck as pages connect to it. Whether the visitor may read it was asked before. */
export async function deckReference(deck: Deck): Promise<DeckReference> {
  const template = deck.kind === 'template' ? null : await templateDeck(deck.seriesId);
  const [content, order, templateContent] = await Promise.all([
    readDeck(deck.id),
    storedOrder({ deckId: deck.id, seriesId: deck.seriesId }, database()),
    template === null ? null : readDeck(template.id),
  ]);
  return {
    ...hiddenDeck(deck),
    text: content.text,
    order: orderOf(order),
    template: templateContent?.text ?? null,
  };
}

/** The same for who may not read it now, but perhaps once the call is live. */
export function hiddenDeck({ id, epoch }: Deck): DeckReference {
  return { id, epoch, sync: addresses.sync(id), text: '', order: EMPTY_ORDER, template: null };
}
