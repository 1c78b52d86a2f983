import { fileOfReference, indexPictures, pictureReferences } from '#lib/imports/picture-references.ts';
import type { ImportFile } from '#lib/imports/import-plan.ts';
import { keptAssets } from '#server/assets/asset-map.ts';
import { storeAsset } from '#server/assets/store-asset.ts';
import { database } from '#server/database/client.ts';
import { readDeck } from '#server/decks/read-deck.ts';

export interface Adoption {
  readonly seriesId: string;
  readonly personId: string | null;
  /** Pictures that no text of this import shows. */
  readonly pictures: readonly ImportFile[];
}

/**
 * Keeps pictures that came after the decks that show them: for every deck that is still open. Sealed records stay as they are.
 * Gives the paths of the files that were used.
 */
export async function adoptPictures({ seriesId, personId, pictures }: Adoption): Promise<ReadonlySet<string>> {
  const adopted = new Set<string>();
  if (pictures.length === 0) return adopted;
  const index = indexPictures(pictures.map((file) => file.name));
  const decks = await database().deck.findMany({
    where: { seriesId, frozenAt: null, NOT: { call: { deletedAt: { not: null } } } },
    select: { id: true },
  });
  for (const { id } of decks) {
    const kept = await keptAssets(database(), seriesId);
    const { text } = await readDeck(id);
    for (const address of pictureReferences(text).filter((reference) => !kept.has(reference))) {
      const file = pictures.find((picture) => picture.name === fileOfReference(address, '', index));
      if (file === undefined) continue;
      await keepUnder(address, { seriesId, personId, file });
      adopted.add(file.name);
    }
  }
  return adopted;
}

async function keepUnder(
  address: string,
  { seriesId, personId, file }: Omit<Adoption, 'pictures'> & { readonly file: ImportFile },
): Promise<void> {
  await database().$transaction(async (tx) => {
    const { key } = await storeAsset(tx, { seriesId, personId, bytes: file.bytes, name: file.name });
    await tx.assetAddress.createMany({ data: [{ seriesId, address, key }], skipDuplicates: true });
  });
}
