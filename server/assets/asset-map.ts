import { addresses, assetReference } from '#lib/addresses.ts';
import type { EditionContent } from '#lib/record/edition.ts';
import { database } from '#server/database/client.ts';
import type { Transaction } from '#server/database/client.ts';

/** A file of a series as editions and pages name it. */
export interface KeptAsset {
  readonly key: string;
  readonly extension: string;
  readonly hash: string;
}

/**
 * Every other address of a picture of which a series keeps a copy → where to load it (`/assets/…`). Its own, `assets/<key>`, lead there by
 * themselves: a map of them would grow with the years, and go with every page.
 */
export async function assetMap(seriesId: string): Promise<Record<string, string>> {
  const copies = await database().assetAddress.findMany({
    where: { seriesId },
    select: { address: true, asset: { select: { key: true, extension: true } } },
  });
  return Object.fromEntries(
    copies.map(({ address, asset: { key, extension } }) => [address, addresses.asset(key, extension)]),
  );
}

/** Picture address as decks of a series write it → the file kept for it: own uploads and addresses that were imported. */
export async function keptAssets(tx: Transaction, seriesId: string): Promise<ReadonlyMap<string, KeptAsset>> {
  const assets = await tx.seriesAsset.findMany({
    where: { seriesId },
    include: { addresses: { where: { seriesId }, select: { address: true } } },
  });
  const kept = new Map<string, KeptAsset>();
  for (const { key, extension, hash, addresses: imported } of assets) {
    kept.set(assetReference(key, extension), { key, extension, hash });
    for (const { address } of imported) kept.set(address, { key, extension, hash });
  }
  return kept;
}

/** The pictures of an edition: each address in its text with the file kept for it, or null where there is none. */
export function editionAssets(
  references: readonly string[],
  kept: ReadonlyMap<string, KeptAsset>,
): EditionContent['assets'] {
  return Object.fromEntries(references.map((address) => [address, kept.get(address) ?? null]));
}
