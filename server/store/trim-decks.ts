import type { database } from '#server/database/client.ts';
import { log } from '#server/log.ts';
import { isSound } from './check-snapshot.ts';
import { PostgresStore } from './postgres-store.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
/** For so long the log says who typed what, key by key; older words are in snapshots, revisions and editions. */
const KEPT_DAYS = 30;

/**
 * Removes what no load needs any more: rows that are old and in the last but one snapshot of their deck, and snapshots before
 * that one. Any number of processes may do it at once. Gives the number of rows removed.
 */
export async function trimDecks(
  open: () => ReturnType<typeof database>,
  before: Date = new Date(Date.now() - KEPT_DAYS * DAY_MS),
): Promise<number> {
  const store = new PostgresStore(open);
  const decks = await open().$queryRaw<{ id: string; kept: bigint }[]>`
    SELECT deck_id AS id, seq AS kept FROM (
      SELECT deck_id, seq, row_number() OVER (PARTITION BY deck_id ORDER BY seq DESC) AS place FROM deck_snapshot
    ) AS snapshot
    WHERE place = 2 AND (
      EXISTS (SELECT FROM deck_update AS u WHERE u.deck_id = snapshot.deck_id AND u.seq <= snapshot.seq AND created_at < ${before})
      OR EXISTS (SELECT FROM deck_snapshot AS s WHERE s.deck_id = snapshot.deck_id AND s.seq < snapshot.seq)
    )`;
  let rows = 0;
  for (const { id, kept } of decks) rows += await trimDeck(store, { id, kept: Number(kept) }, before);
  return rows;
}

/** In small steps, so that no statement takes long. */
async function trimDeck(
  store: PostgresStore,
  { id, kept }: { readonly id: string; readonly kept: number },
  before: Date,
): Promise<number> {
  const deck = await store.load(id, { before: kept + 1 });
  if (deck?.snapshot == null || !isSound(deck.snapshot)) {
    log.error('A deck is not trimmed, because the snapshot that would stand for its log is damaged.', { deckId: id });
    return 0;
  }
  let all = 0;
  for (let rows = 1; rows > 0; all += rows) rows = await store.trim(id, before);
  return all;
}
