import { database } from '#server/database/client.ts';
import { trimDecks } from '#server/store/trim-decks.ts';

/** What PostgreSQL stores of a deck, in bytes: the values with their rows' heads. */
export interface StoredBytes {
  readonly log: number;
  readonly snapshots: number;
  readonly revisions: number;
}

/** After the nightly job; `aged` as if everything had been written forty days ago. */
export async function storedBytes(deckId: string, { aged = false } = {}): Promise<StoredBytes> {
  if (aged)
    await database()
      .$executeRaw`UPDATE deck_update SET created_at = created_at - interval '40 days' WHERE deck_id = ${deckId}`;
  await trimDecks(database);
  const [row] = await database().$queryRaw<{ log: bigint; snapshots: bigint; revisions: bigint }[]>`
    SELECT (SELECT coalesce(sum(pg_column_size(u.*)), 0) FROM deck_update AS u WHERE deck_id = ${deckId}) AS log,
           (SELECT coalesce(sum(pg_column_size(s.*)), 0) FROM deck_snapshot AS s WHERE deck_id = ${deckId}) AS snapshots,
           (SELECT coalesce(sum(pg_column_size(r.*)), 0) FROM revision AS r WHERE deck_id = ${deckId}) AS revisions`;
  return {
    log: Number(row?.log ?? 0),
    snapshots: Number(row?.snapshots ?? 0),
    revisions: Number(row?.revisions ?? 0),
  };
}
