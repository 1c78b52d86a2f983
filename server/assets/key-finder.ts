import { parseAssetReference } from '#lib/addresses.ts';
import type { Names } from '#lib/pictures/picture-edits.ts';
import { database } from '#server/database/client.ts';

/** Leads from an address in a text of this series to the key of the picture that is kept for it; null where none is. */
export type KeyOf = (address: string) => string | null;

/** How texts of a series name its pictures: by their keys, and by addresses of which a copy is kept. */
export async function keyFinder(seriesId: string): Promise<KeyOf> {
  const copies = await database().assetAddress.findMany({ where: { seriesId }, select: { address: true, key: true } });
  const keys = new Map(copies.map(({ address, key }) => [address, key]));
  return (address) => parseAssetReference(address)?.key ?? keys.get(address) ?? null;
}

/** Says of an address whether it names the picture with this key. */
export function namesKey(keyOf: KeyOf, key: string): Names {
  return (address) => keyOf(address) === key;
}
