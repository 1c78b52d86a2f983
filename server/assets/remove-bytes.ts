import { database, type Transaction } from '#server/database/client.ts';

import { assetStore } from './asset-store.ts';
import { thumbnailNames } from './thumbnails.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const AT_ONCE = 200;
const TRANSACTION_TIMEOUT = 120_000;

/**
 * Removes bytes that no series and no edition names and that nobody brought for a day, with everything that was made of them: first
 * the bytes, then the row, whose lock is held meanwhile. Whoever brings the same picture at that moment waits for the lock and
 * stores it anew; a crash in between leaves a row without bytes, for the next time. Gives how many. Throws when the store does not answer.
 */
export async function removeBytes(now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - DAY_MS);
  let removed = 0;
  for (let after = ''; ;) {
    const rows = await database().asset.findMany({
      where: { hash: { gt: after }, touchedAt: { lt: before }, uses: { none: {} } },
      select: { hash: true },
      orderBy: { hash: 'asc' },
      take: AT_ONCE,
    });
    const last = rows.at(-1);
    if (last === undefined) return removed;
    after = last.hash;
    const hashes = rows.map(({ hash }) => hash);
    const named = await namedByEditions(hashes);
    for (const hash of hashes) if (!named.has(hash) && (await removeOne(hash, before))) removed += 1;
  }
}

async function namedByEditions(hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await database().$queryRaw<{ hash: string }[]>`
    SELECT DISTINCT a.value ->> 'hash' AS hash FROM edition AS e, jsonb_each(e.content -> 'assets') AS a
     WHERE a.value ->> 'hash' = ANY(${hashes})`;
  return new Set(rows.map(({ hash }) => hash));
}

async function removeOne(hash: string, before: Date): Promise<boolean> {
  return database().$transaction(
    async (tx) => {
      if (!(await isUnnamed(tx, hash, before))) return false;
      const store = assetStore();
      for (const name of [...thumbnailNames(hash), hash]) await store.remove(name);
      await tx.asset.delete({ where: { hash } });
      return true;
    },
    { timeout: TRANSACTION_TIMEOUT },
  );
}

/** Locks the row; then nobody can name it any more, as its key is what names lead to. An edition is made only of what a series names. */
async function isUnnamed(tx: Transaction, hash: string, before: Date): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM asset WHERE hash = ${hash} AND touched_at < ${before} FOR UPDATE`;
  return rows.length > 0 && (await tx.seriesAsset.count({ where: { hash } })) === 0;
}
