import { database } from '#server/database/client.ts';

import { assetStore, type AssetStore } from './asset-store.ts';
import { fileHash } from './file-hash.ts';
import { knownPicture } from './known-picture.ts';
import { withPreparedPicture, type PictureFile, type PreparedPicture } from './prepare-picture.ts';
import { isFull, storeTrouble } from './store-trouble.ts';

/** A picture whose bytes are safe; no series names it yet. */
export type StoredPicture = Pick<PreparedPicture, 'hash' | 'sourceHash' | 'extension'>;

/**
 * Makes a file fit to be kept and stores its bytes. To be called outside of transactions: it can take seconds. A file that anybody
 * brought before is known again without work. Whatever is stored and named by nobody a day later is collected. Refuses with one
 * sentence what cannot be kept, and when there is no room or no answer.
 */
export async function keepPicture(source: PictureFile, store = assetStore()): Promise<StoredPicture> {
  try {
    const sourceHash = await fileHash(source);
    const known = await knownPicture(sourceHash, store);
    return known ?? (await withPreparedPicture(source, (picture) => put(picture, store), { sourceHash }));
  } catch (error) {
    // There may be no room for the file that is made on the way either.
    throw isFull(error) ? storeTrouble(error) : error;
  }
}

async function put(picture: PreparedPicture, store: AssetStore): Promise<StoredPicture> {
  const { hash, sourceHash, extension, bytes } = picture;
  try {
    const damaged = await claim(picture);
    if (damaged || (await store.size(hash)) !== bytes) await store.put(hash, picture.path);
    if (damaged) await database().asset.updateMany({ where: { hash }, data: { damagedAt: null } });
  } catch (error) {
    throw storeTrouble(error);
  }
  return { hash, sourceHash, extension };
}

/**
 * The row comes first: bytes that no row names would never be found again. One that is just being collected is waited for and made
 * anew, so that the bytes that follow stay. Gives whether what is stored is known to be damaged.
 */
async function claim({ hash, type, bytes, width, height }: PreparedPicture): Promise<boolean> {
  const [row] = await database().$queryRaw<{ damaged: boolean }[]>`
    INSERT INTO asset (hash, type, bytes, width, height) VALUES (${hash}, ${type}, ${bytes}, ${width}, ${height})
    ON CONFLICT (hash) DO UPDATE SET touched_at = now()
    RETURNING damaged_at IS NOT NULL AS damaged`;
  return row?.damaged === true;
}
