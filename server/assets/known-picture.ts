import { database } from '#server/database/client.ts';

import type { AssetStore } from './asset-store.ts';
import type { StoredPicture } from './keep-picture.ts';

/**
 * What became of a file when it was brought before, by its SHA-256, in whatever series; null when it is new, or when what was made
 * of it is damaged or gone. What is found is touched, so that the collector leaves it for a day.
 */
export async function knownPicture(sourceHash: string, store: AssetStore): Promise<StoredPicture | null> {
  const known = await database().seriesAsset.findFirst({
    where: { sourceHash, asset: { damagedAt: null } },
    select: { hash: true, extension: true, asset: { select: { bytes: true } } },
  });
  if (known === null) return null;
  const { hash, extension, asset } = known;
  // Touched first: were it collected in between, its bytes would be missed by the look that follows.
  const { count } = await database().asset.updateMany({ where: { hash }, data: { touchedAt: new Date() } });
  if (count === 0 || (await store.size(hash)) !== asset.bytes) return null;
  return { hash, sourceHash, extension: extension as StoredPicture['extension'] };
}
