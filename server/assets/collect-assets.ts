import { setImmediate as nextTurn } from 'node:timers/promises';
import { parseAssetReference } from '#lib/addresses.ts';
import { pictureReferences } from '#lib/imports/picture-references.ts';
import { database } from '#server/database/client.ts';
import { log } from '#server/log.ts';

import { adoptForeignKeys } from './adopt-foreign-keys.ts';
import { findNames, listDecks, presentText, type ListedDeck } from './find-names.ts';
import { NameSearch, type Nameable } from './name-search.ts';
import { removeBytes } from './remove-bytes.ts';
import { removeUnused, unusedBefore } from './remove-unused.ts';
import { replayNames } from './replay-names.ts';
import { sweepIncoming } from './sweep-incoming.ts';

/** Assets that are looked for at once. */
const ASSETS_AT_ONCE = 20_000;

/** What the collector did. */
export interface Collected {
  /** Pictures of other series that became a series' own. */
  readonly adopted: number;
  /** Pictures of series that nothing had named for 30 days. */
  readonly unused: number;
  /** Files that nobody named any more. */
  readonly bytes: number;
  /** Leftovers of processes that died. */
  readonly swept: number;
}

/**
 * Keeps what is named and removes what is not: makes pictures of other series that decks name their own, notes since when nothing
 * names a picture, removes those for which that is 30 days, then bytes that are nobody's any more. A picture is named by texts of
 * decks (in the bin too), revisions, editions, titles and by the log. Doing it again, or at several processes at once, does no harm.
 */
export async function collectAssets(now = new Date()): Promise<Collected> {
  const adopted = await adoptAll();
  let unused = 0;
  for (let after: string | null = ''; after !== null;) {
    const assets: readonly Nameable[] = await assetsAfter(after);
    if (assets.length > 0) unused += await collectUnused(assets, now);
    after = assets.length < ASSETS_AT_ONCE ? null : (assets.at(-1)?.key ?? null);
  }
  return { adopted, unused, bytes: await removeBytes(now), swept: await sweepIncoming(now) };
}

/** For every deck that is written still. One that cannot be read does not keep the others from it. */
async function adoptAll(): Promise<number> {
  const decks = await database().deck.findMany({
    where: { frozenAt: null, series: { deletedAt: null }, NOT: { call: { deletedAt: { not: null } } } },
    select: { id: true, seriesId: true },
  });
  let adopted = 0;
  for (const { id, seriesId } of decks) {
    try {
      adopted += await adoptInto(seriesId, await presentText(id));
    } catch (error) {
      log.error('pictures of other series could not be adopted', { deckId: id, error });
    }
    await nextTurn();
  }
  return adopted;
}

async function adoptInto(seriesId: string, text: string): Promise<number> {
  if (pictureReferences(text).every((address) => parseAssetReference(address) === null)) return 0;
  const count = (): Promise<number> => database().assetAddress.count({ where: { seriesId } });
  const before = await count();
  await database().$transaction((tx) => adoptForeignKeys(tx, seriesId, text));
  return (await count()) - before;
}

async function assetsAfter(key: string): Promise<readonly Nameable[]> {
  const rows = await database().seriesAsset.findMany({
    where: { key: { gt: key } },
    select: { key: true, seriesId: true, hash: true, addresses: { select: { address: true } } },
    orderBy: { key: 'asc' },
    take: ASSETS_AT_ONCE,
  });
  return rows.map(({ addresses, ...row }) => ({ ...row, addresses: addresses.map(({ address }) => address) }));
}

async function collectUnused(assets: readonly Nameable[], now: Date): Promise<number> {
  const since = new Date();
  const decks = await listDecks();
  const search = new NameSearch(assets);
  await findNames(decks, search);
  const unnamed = search.left.map(({ key }) => key);
  await note(assets, new Set(unnamed), now);
  const due = await database().$queryRaw<{ key: string }[]>`
    SELECT key FROM series_asset WHERE key = ANY(${unnamed}) AND unused_since <= ${unusedBefore(now)}`;
  const dueKeys = new Set(due.map(({ key }) => key));
  const left = await notEvenTyped(
    decks,
    assets.filter(({ key }) => dueKeys.has(key)),
    now,
  );
  return removeUnused(left, { now, since, decks });
}

/** Of those that would go, those that were not even typed letter by letter within what the log remembers. */
async function notEvenTyped(
  decks: readonly ListedDeck[],
  due: readonly Nameable[],
  now: Date,
): Promise<readonly Nameable[]> {
  const search = new NameSearch(due);
  for (const { id, seriesId } of decks) {
    if (search.isOver) break;
    await replayNames({ deckId: id, seriesId, from: 0 }, search);
  }
  await note(due, new Set(search.left.map(({ key }) => key)), now);
  return search.left;
}

/** Since when each is named by nothing. What is named again begins anew. */
async function note(assets: readonly Nameable[], unnamed: ReadonlySet<string>, now: Date): Promise<void> {
  const named = assets.flatMap(({ key }) => (unnamed.has(key) ? [] : [key]));
  await database().$executeRaw`
    UPDATE series_asset SET unused_since = NULL WHERE key = ANY(${named}) AND unused_since IS NOT NULL`;
  await database().$executeRaw`
    UPDATE series_asset SET unused_since = ${now} WHERE key = ANY(${[...unnamed]}) AND unused_since IS NULL`;
}
