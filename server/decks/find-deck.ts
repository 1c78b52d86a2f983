import { isText } from '#lib/text-argument.ts';
import { database } from '#server/database/client.ts';

/** A deck with its series and call by its id, whatever was sent as one; null when there is none. Asks nobody's rights. */
export async function findDeck(id: unknown) {
  if (!isText(id)) return null;
  return database().deck.findUnique({ where: { id }, include: { series: true, call: true } });
}
