import { parseAssetReference } from '#lib/addresses.ts';
import { kindOfReference } from '#lib/imports/picture-references.ts';
import type { KeptAsset } from '#server/assets/asset-map.ts';
import type { Transaction } from '#server/database/client.ts';

/** What one file was called on the server it is from. */
export interface OldNamesOfCall {
  readonly seriesId: string;
  /** Null for a template, which had no address that matters. */
  readonly callId: string | null;
  readonly names: readonly string[];
  readonly assets: Readonly<Record<string, KeptAsset | null>>;
}

/**
 * Notes what decks of calls and their pictures were called on the server they are from, so that their old addresses lead here. A name that
 * leads elsewhere already stays.
 */
export async function writeOldAddresses(tx: Transaction, files: readonly OldNamesOfCall[]): Promise<void> {
  const data = files.flatMap(rowsOf);
  if (data.length > 0) await tx.oldAddress.createMany({ data, skipDuplicates: true });
}

function rowsOf({ seriesId, callId, names, assets }: OldNamesOfCall) {
  const notes = callId === null ? [] : names.map((name) => ({ seriesId, kind: 'note', name, callId, key: null }));
  const uploads = Object.entries(assets).flatMap(([address, asset]) => {
    const name = uploadName(address);
    return asset === null || name === null ? [] : [{ seriesId, kind: 'upload', name, callId, key: asset.key }];
  });
  return [...notes, ...uploads];
}

/** The name of a picture that was an upload; null for others. */
function uploadName(address: string): string | null {
  if (kindOfReference(address) !== 'upload' || parseAssetReference(address) !== null) return null;
  const name = /([^/]+)$/.exec(address.replace(/[?#].*$/s, ''))?.[1];
  return name === undefined || name.length > 200 ? null : name;
}
