import { audit } from '#server/audit.ts';
import { database, type Transaction } from '#server/database/client.ts';
import { log } from '#server/log.ts';

import { findInEditions, findInRevisions, listDecks, type ListedDeck } from './find-names.ts';
import { NameSearch, type Nameable } from './name-search.ts';
import { replayNames } from './replay-names.ts';

const UNUSED_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1_000;
/** What was written by a transaction that was under way when the search began bears an earlier time. */
const MARGIN_MS = 10 * 60 * 1_000;
const TRANSACTION_TIMEOUT = 60_000;

/** What nothing has named since then may go. */
export function unusedBefore(now: Date): Date {
  return new Date(now.getTime() - UNUSED_DAYS * DAY_MS);
}

/** The search that found nothing: when it began, and where decks were then. */
export interface FruitlessSearch {
  readonly now: Date;
  readonly since: Date;
  readonly decks: readonly ListedDeck[];
}

/**
 * Removes pictures of series that a search did not find anywhere, with an entry in the log of each series, unless one has been named
 * since. Nothing is written to any deck between this last look and the removal. Gives how many went; what could not go waits for the
 * next time.
 */
export async function removeUnused(assets: readonly Nameable[], search: FruitlessSearch): Promise<number> {
  let removed = 0;
  for (const [seriesId, own] of Map.groupBy(assets, (asset) => asset.seriesId)) {
    try {
      removed += await removeOf(seriesId, own, search);
    } catch (error) {
      log.error('unused pictures could not be removed', { seriesId, error });
    }
  }
  return removed;
}

async function removeOf(
  seriesId: string,
  assets: readonly Nameable[],
  { now, since, decks }: FruitlessSearch,
): Promise<number> {
  return database().$transaction(
    async (tx) => {
      const held = await hold(tx, assets, unusedBefore(now));
      if (held.length === 0) return 0;
      const search = new NameSearch(held);
      await findSince(decks, new Date(since.getTime() - MARGIN_MS), search);
      for (const { titleKey } of await titlesOf(tx, held)) if (titleKey !== null) search.found(titleKey);
      const keys = search.left.map(({ key }) => key);
      if (keys.length === 0) return 0;
      await tx.seriesAsset.deleteMany({ where: { key: { in: keys } } });
      await audit(tx, { act: 'series.unused', personId: null, seriesId, details: { count: keys.length } });
      return keys.length;
    },
    { timeout: TRANSACTION_TIMEOUT },
  );
}

/**
 * The rows first, without waiting for whoever is naming one just now; then the log, for the moment that this takes. In this order
 * transactions that bring decks go too: nobody waits for each other.
 */
async function hold(tx: Transaction, assets: readonly Nameable[], before: Date): Promise<readonly Nameable[]> {
  const rows = await tx.$queryRaw<{ key: string }[]>`
    SELECT key FROM series_asset WHERE key = ANY(${assets.map(({ key }) => key)}) AND unused_since <= ${before}
     FOR UPDATE SKIP LOCKED`;
  const keys = new Set(rows.map(({ key }) => key));
  if (keys.size > 0) {
    await tx.$executeRaw`SET LOCAL lock_timeout = '5s'`;
    await tx.$executeRaw`LOCK TABLE deck_update IN SHARE MODE`;
  }
  return assets.filter(({ key }) => keys.has(key));
}

async function titlesOf(tx: Transaction, assets: readonly Nameable[]) {
  return tx.call.findMany({ where: { titleKey: { in: assets.map(({ key }) => key) } }, select: { titleKey: true } });
}

/** Only what came since: all else was looked at already. */
async function findSince(before: readonly ListedDeck[], since: Date, search: NameSearch): Promise<void> {
  await findInRevisions(search, since);
  await findInEditions(search, since);
  const heads = new Map(before.map(({ id, head }) => [id, head]));
  for (const { id, seriesId, head } of await listDecks()) {
    const from = heads.get(id) ?? 0;
    if (head > from) await replayNames({ deckId: id, seriesId, from }, search);
  }
}
