import { Refusal } from '#lib/errors.ts';
import type { Visitor } from '#lib/visitor.ts';
import { deckAccess } from '#server/accounts/deck-access.ts';
import { database } from '#server/database/client.ts';

/** The longest description that is kept, in characters. */
const MOST = 500;

/**
 * Keeps for a series what one of its pictures shows, so that it is written with it the next time. By who writes a deck of the
 * series; what somebody has said before stays.
 */
export async function describePicture(visitor: Visitor, deckId: string, key: string, alt: string): Promise<void> {
  const { deck, write } = await deckAccess(visitor, deckId);
  if (!write) throw new Refusal('not-allowed', 'You may not write this deck.');
  await database().seriesAsset.updateMany({
    where: { key, seriesId: deck.seriesId, alt: '' },
    data: { alt: alt.trim().slice(0, MOST) },
  });
}
