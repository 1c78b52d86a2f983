import { database } from '#server/database/client.ts';
import type { Deck } from '#prisma/client/client.ts';

/** The template of a series: the newest, where an import brought another. */
export async function templateDeck(seriesId: string): Promise<Deck | null> {
  return database().deck.findFirst({ where: { seriesId, kind: 'template' }, orderBy: { createdAt: 'desc' } });
}
