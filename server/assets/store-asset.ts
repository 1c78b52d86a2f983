import { createHash, randomInt } from 'node:crypto';

import { sniffPicture } from '#lib/assets/sniff-picture.ts';
import { Refusal } from '#lib/errors.ts';
import { MAX_PICTURE_BYTES } from '#lib/imports/import-plan.ts';
import type { Transaction } from '#server/database/client.ts';

import type { KeptAsset } from './asset-map.ts';
import { writeAssetFile } from './asset-files.ts';

const KEY_LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';
/** Over 80 bits: an address that nobody guesses. */
const KEY_LENGTH = 16;
const MAX_NAME = 200;

export interface NewAsset {
  readonly seriesId: string;
  readonly bytes: Uint8Array;
  /** Of the file that was brought in. */
  readonly name: string;
  readonly personId: string | null;
}

/**
 * Keeps a picture for a series under a random key; the same bytes again get the key they have. The file is written first, so
 * that a row never names a file that is not there. Refuses what is no picture or too large.
 */
export async function storeAsset(tx: Transaction, { seriesId, bytes, name, personId }: NewAsset): Promise<KeptAsset> {
  if (bytes.length > MAX_PICTURE_BYTES)
    throw new Refusal('too-large', `A picture may have ${MAX_PICTURE_BYTES / 1_000_000} MB; this one has more.`);
  const picture = sniffPicture(bytes);
  if (picture === null)
    throw new Refusal('invalid', 'This file is no picture that browsers show: bring PNG, JPEG, GIF, WebP or AVIF.');
  const hash = createHash('sha256').update(bytes).digest('hex');
  const known = await tx.seriesAsset.findUnique({ where: { seriesId_hash: { seriesId, hash } } });
  await writeAssetFile(hash, bytes);
  if (known !== null) return { key: known.key, extension: known.extension, hash };
  const { type, width, height, extension } = picture;
  await tx.asset.createMany({ data: { hash, type, width, height, bytes: bytes.length }, skipDuplicates: true });
  await tx.seriesAsset.createMany({
    data: { key: newKey(), seriesId, hash, extension, name: name.slice(0, MAX_NAME), createdById: personId },
    skipDuplicates: true,
  });
  // Of two who bring the same picture at once, both get the key of the first.
  const { key } = await tx.seriesAsset.findUniqueOrThrow({ where: { seriesId_hash: { seriesId, hash } } });
  return { key, extension, hash };
}

function newKey(): string {
  return Array.from({ length: KEY_LENGTH }, () => KEY_LETTERS[randomInt(KEY_LETTERS.length)]).join('');
}
