import { randomInt } from 'node:crypto';

import { database } from '#server/database/client.ts';
import type { Transaction } from '#server/database/client.ts';

import type { KeptAsset } from './asset-map.ts';
import { keepPicture, type StoredPicture } from './keep-picture.ts';
import type { PictureFile } from './prepare-picture.ts';

const KEY_LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';
/** Over 80 bits: an address that nobody guesses. */
const KEY_LENGTH = 16;
const MAX_NAME = 200;

/** A picture as a series names it. */
export interface NewAsset {
  readonly seriesId: string;
  /** Of the file that was brought in. */
  readonly name: string;
  readonly personId: string | null;
  /** The address on another server of which it is a copy. */
  readonly source?: string;
}

/**
 * Keeps a picture for a series: its bytes first, so that nothing ever names what is not there. The same file again gets the key
 * it has. Refuses what cannot be kept.
 */
export async function storeAsset(file: PictureFile, asset: NewAsset): Promise<KeptAsset> {
  return nameAsset(database(), await keepPicture(file), asset);
}

/** Gives a stored picture a random key in a series; the same bytes again get the key they have. */
export async function nameAsset(
  tx: Transaction,
  { hash, sourceHash, extension }: Omit<StoredPicture, 'extension'> & { readonly extension: string },
  { seriesId, name, personId, source }: NewAsset,
): Promise<KeptAsset> {
  await tx.seriesAsset.createMany({
    data: {
      key: newKey(),
      seriesId,
      hash,
      sourceHash,
      extension,
      name: name.slice(0, MAX_NAME),
      source: source ?? null,
      createdById: personId,
    },
    skipDuplicates: true,
  });
  // Of two who bring the same picture at once, both get the key of the first; one that was about to go is used again.
  const { key } = await tx.seriesAsset.update({
    where: { seriesId_hash: { seriesId, hash } },
    data: { unusedSince: null },
  });
  return { key, extension, hash };
}

function newKey(): string {
  return Array.from({ length: KEY_LENGTH }, () => KEY_LETTERS[randomInt(KEY_LETTERS.length)]).join('');
}
