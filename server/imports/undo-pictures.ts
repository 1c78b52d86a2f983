import { z } from 'zod';

import { pictureReferences } from '#lib/imports/picture-references.ts';
import { findNames, listDecks, presentText } from '#server/assets/find-names.ts';
import { NameSearch } from '#server/assets/name-search.ts';
import { openIn } from '#server/assets/open-decks.ts';
import { removeUnused, unusedBefore } from '#server/assets/remove-unused.ts';
import { database, databasePool } from '#server/database/client.ts';

const madeSchema = z.object({ keys: z.array(z.string()), addresses: z.array(z.string()) });

/**
 * Removes from a series the pictures that an import brought, and the old addresses that lead to them, as far as nothing shows them any more.
 * It is the collector's search, begun at once.
 */
export async function removePictures(runId: string, seriesId: string): Promise<void> {
  const { keys, addresses } = await madeBy(runId);
  if (keys.length === 0 && addresses.length === 0) return;
  const shown = await shownInOpenDecks(seriesId);
  const gone = addresses.filter((address) => !shown.has(address));
  await database().assetAddress.deleteMany({ where: { seriesId, address: { in: gone } } });
  const assets = await database().seriesAsset.findMany({
    where: { seriesId, key: { in: [...keys] } },
    select: { key: true, seriesId: true, hash: true, addresses: { select: { address: true } } },
  });
  const now = new Date();
  const decks = await listDecks();
  const search = new NameSearch(
    assets.map(({ addresses: known, ...asset }) => ({ ...asset, addresses: known.map(({ address }) => address) })),
  );
  await findNames(decks, search);
  const unnamed = search.left;
  await database().seriesAsset.updateMany({
    where: { key: { in: unnamed.map(({ key }) => key) } },
    data: { unusedSince: unusedBefore(now) },
  });
  await removeUnused(unnamed, { now, since: now, decks });
}

async function madeBy(runId: string): Promise<z.infer<typeof madeSchema>> {
  const { rows } = await databasePool().query<{ made: unknown }>(
    `SELECT made FROM import_file WHERE run_id = $1 AND made IS NOT NULL AND made <> 'null'`,
    [runId],
  );
  const made = rows.map((row) => madeSchema.parse(row.made));
  return { keys: made.flatMap(({ keys }) => keys), addresses: made.flatMap(({ addresses }) => addresses) };
}

/** Records have their pictures written down; a deck that is open needs the addresses. */
async function shownInOpenDecks(seriesId: string): Promise<ReadonlySet<string>> {
  const shown = new Set<string>();
  const decks = await database().deck.findMany({ where: openIn(seriesId), select: { id: true } });
  for (const { id } of decks) for (const address of pictureReferences(await presentText(id))) shown.add(address);
  return shown;
}
