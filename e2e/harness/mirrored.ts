import { pictureFile } from '#e2e/harness/pictures.ts';
import { makeSeries, writtenDeck } from '#e2e/harness/written-deck.ts';
import { assetReference } from '#lib/addresses.ts';
import { freezeCall } from '#server/archive/freeze-call.ts';
import { storeAsset } from '#server/assets/store-asset.ts';
import { database } from '#server/database/client.ts';
import type { MirrorKind } from '#prisma/client/client.ts';

/** A series whose mirror is there, with nothing in it yet. */
export async function mirroredSeries(slug: string, kind: MirrorKind, address: string): Promise<string> {
  const seriesId = await makeSeries(slug);
  await database().seriesMirror.create({ data: { seriesId, kind, address } });
  return seriesId;
}

/** A call of that day on record and sealed, with a picture; the id of its edition. */
export async function sealedRecord(seriesId: string, date: string, by: string | null = null): Promise<string> {
  const hue = Number(date.replaceAll('-', '')) % 360;
  const { key, extension } = await storeAsset((await pictureFile('p.png', hue)).buffer, {
    seriesId,
    name: 'p.png',
    personId: null,
  });
  const text = `# Harbour ${date}\n\n![a](${assetReference(key, extension)})\n\n---\n\n# Quay\n\nWords\n`;
  const { callId, deckId } = await writtenDeck(seriesId, text, date);
  const call = await database().call.findUniqueOrThrow({ where: { id: callId ?? '' } });
  const { editionId } = await database().$transaction((tx) =>
    freezeCall(tx, { call, deckId, personId: by, at: new Date(`${date}T17:00:00Z`) }),
  );
  return editionId;
}
