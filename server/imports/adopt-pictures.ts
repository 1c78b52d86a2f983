import { fileOfReference, indexPictures, pictureReferences } from '#lib/imports/picture-references.ts';
import { keptAssets } from '#server/assets/asset-map.ts';
import { openIn } from '#server/assets/open-decks.ts';
import type { StoredPicture } from '#server/assets/keep-picture.ts';
import { nameAsset } from '#server/assets/store-asset.ts';
import { database } from '#server/database/client.ts';
import { readDeck } from '#server/decks/read-deck.ts';

export interface Adoption {
  readonly seriesId: string;
  readonly personId: string | null;
  /** Files of pictures that no text of this import shows. */
  readonly pictures: readonly string[];
  /** Stores one of them; null when it cannot be kept. */
  readonly keep: (name: string) => Promise<StoredPicture | null>;
}

/**
 * Keeps pictures that came after the decks that show them: for every deck that is still open. Sealed records stay as they are.
 * Gives the names of the files that were used.
 */
export async function adoptPictures({ seriesId, personId, pictures, keep }: Adoption): Promise<ReadonlySet<string>> {
  const adopted = new Set<string>();
  if (pictures.length === 0) return adopted;
  const index = indexPictures(pictures);
  const decks = await database().deck.findMany({
    where: openIn(seriesId),
    select: { id: true },
  });
  for (const { id } of decks) {
    const { text } = await readDeck(id);
    const references = pictureReferences(text).filter((address) => fileOfReference(address, '', index) !== null);
    if (references.length === 0) continue;
    const kept = await keptAssets(database(), seriesId);
    for (const address of references.filter((reference) => !kept.has(reference))) {
      const name = fileOfReference(address, '', index);
      const stored = name === null ? null : await keep(name);
      if (name === null || stored === null) continue;
      const { key } = await nameAsset(database(), stored, { seriesId, personId, name });
      await database().assetAddress.createMany({ data: [{ seriesId, address, key }], skipDuplicates: true });
      adopted.add(name);
    }
  }
  return adopted;
}
