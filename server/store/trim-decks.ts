import type { database } from '#server/database/client.ts';
import { environment } from '#server/environment.ts';
import { log } from '#server/log.ts';
import { isSound } from './check-snapshot.ts';
import { PostgresStore } from './postgres-store.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * Removes what no load and no look back needs any more: rows that are older than HISTORY_DAYS and in a snapshot, the snapshots before
 * that one, and of those after it most. Any number of processes may do it at once. Gives the number of rows removed.
 */
export async function trimDecks(
  open: () => ReturnType<typeof database>,
  before: Date = new Date(Date.now() - environment().historyDays * DAY_MS),
): Promise<number> {
  const store = new PostgresStore(open);
  const decks = await open().$queryRaw<{ id: string }[]>`
    SELECT deck_id AS id FROM (
      SELECT deck_id, seq, row_number() OVER (PARTITION BY deck_id ORDER BY seq DESC) AS place,
             count(*) OVER (PARTITION BY deck_id) AS count
      FROM deck_snapshot
    ) AS snapshot
    WHERE place = 2 AND (count > 2 OR EXISTS (
      SELECT FROM deck_update AS u WHERE u.deck_id = snapshot.deck_id AND u.seq <= snapshot.seq AND created_at < ${before}
    ))`;
  let rows = 0;
  for (const { id } of decks) rows += await trimDeck(store, id, before);
  return rows;
}

/** In small steps, so that no statement takes long. */
async function trimDeck(store: PostgresStore, id: string, before: Date): Promise<number> {
  const floor = await store.floor(id, before);
  if (floor !== null && !isSound(floor)) {
    log.error('A deck is not trimmed, because the snapshot that would stand for its log is damaged.', { deckId: id });
    return 0;
  }
  let all = 0;
  for (let rows = 1; rows > 0; all += rows) rows = await store.trim(id, floor?.seq ?? 0);
  return all;
}
