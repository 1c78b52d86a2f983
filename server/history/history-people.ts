import type { HistoryPerson } from '#lib/history/history-views.ts';
import { database } from '#server/database/client.ts';

/** Who these people are, by id; those of whom nothing is left are left out. */
export async function historyPeople(ids: readonly (string | null)[]): Promise<ReadonlyMap<string, HistoryPerson>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await database().person.findMany({
    where: { id: { in: wanted } },
    select: { id: true, name: true, hue: true, guestKeyHash: true },
  });
  return new Map(rows.map(({ guestKeyHash, ...person }) => [person.id, { ...person, guest: guestKeyHash !== null }]));
}
