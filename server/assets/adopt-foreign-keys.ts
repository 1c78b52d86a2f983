import { parseAssetReference } from '#lib/addresses.ts';
import { pictureReferences } from '#lib/imports/picture-references.ts';
import type { Transaction } from '#server/database/client.ts';

import type { KeptAsset } from './asset-map.ts';
import { nameAsset } from './store-asset.ts';

interface AssetRow {
  readonly key: string;
  readonly seriesId: string;
  readonly hash: string;
  readonly sourceHash: string;
  readonly extension: string;
  readonly name: string;
  readonly alt: string;
  readonly credit: string;
  readonly source: string | null;
  readonly createdById: string | null;
}

/**
 * Makes pictures of other series that a text names (`assets/<key>.<extension>`, as it is when somebody copies a section over) the
 * series' own too: under a key of its own, to which the address as it is written leads from then on, so that they outlive the
 * series that they come from. Gives every address of that kind which leads to a picture now, those of the series itself too.
 */
export async function adoptForeignKeys(
  tx: Transaction,
  seriesId: string,
  text: string,
): Promise<ReadonlyMap<string, KeptAsset>> {
  const kept = new Map<string, KeptAsset>();
  const written = pictureReferences(text).flatMap((address) => {
    const reference = parseAssetReference(address);
    return reference === null ? [] : [{ address, ...reference }];
  });
  if (written.length === 0) return kept;
  const rows = await rowsOf(tx, [...new Set(written.map(({ key }) => key))]);
  const known = new Map(
    (
      await tx.assetAddress.findMany({
        where: { seriesId, address: { in: written.map(({ address }) => address) } },
        include: { asset: true },
      })
    ).map(({ address, asset }) => [address, asset]),
  );
  for (const { address, key, extension } of written) {
    const row = rows.get(key);
    const own = known.get(address) ?? (row?.seriesId === seriesId ? row : undefined);
    if (own !== undefined) kept.set(address, { key: own.key, extension: own.extension, hash: own.hash });
    else if (row?.extension === extension) kept.set(address, await adopt(tx, row, { seriesId, address }));
  }
  return kept;
}

/** Held until the transaction ends: the collector takes none of them meanwhile. */
async function rowsOf(tx: Transaction, keys: readonly string[]): Promise<ReadonlyMap<string, AssetRow>> {
  const rows = await tx.$queryRaw<AssetRow[]>`
    SELECT key, series_id AS "seriesId", hash, coalesce(source_hash, hash) AS "sourceHash", extension, name, alt, credit, source,
           created_by_id AS "createdById"
      FROM series_asset WHERE key = ANY(${keys}) ORDER BY key FOR KEY SHARE`;
  return new Map(rows.map((row) => [row.key, row]));
}

async function adopt(
  tx: Transaction,
  row: AssetRow,
  { seriesId, address }: { readonly seriesId: string; readonly address: string },
): Promise<KeptAsset> {
  const { name, createdById, source, alt, credit } = row;
  const asset = { seriesId, name, personId: createdById, ...(source === null ? {} : { source }) };
  const own = await nameAsset(tx, row, asset);
  await tx.seriesAsset.updateMany({ where: { key: own.key, alt: '', credit: '' }, data: { alt, credit } });
  await tx.assetAddress.createMany({ data: [{ seriesId, address, key: own.key }], skipDuplicates: true });
  return own;
}
