import type { Act, Asker } from '#lib/access.ts';
import { Refusal } from '#lib/errors.ts';
import type { Visitor } from '#lib/visitor.ts';
import { authorize } from '#server/accounts/authorize.ts';
import { nothingHere } from '#server/series/find-series.ts';
import type { Prisma, Series } from '#prisma/client/client.ts';
import { findDeck } from './find-deck.ts';

type DeckParts = Prisma.DeckGetPayload<{ include: { series: true; call: true } }>;

/** A deck that is still written, if the visitor may do this there. */
export async function requireOnDeck(
  visitor: Visitor,
  deckId: string,
  act: Act,
): Promise<{ readonly deck: DeckParts; readonly series: Series; readonly asker: Asker }> {
  const deck = await findDeck(deckId);
  if (deck === null) throw nothingHere();
  const asker = await authorize(visitor, act, deck.series, deck.id);
  if (deck.frozenAt !== null) throw new Refusal('frozen', 'The call has ended: its record can no longer be changed.');
  return { deck, series: deck.series, asker };
}
