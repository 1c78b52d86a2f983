import type { DescriptionForm, DescriptionKept } from '#lib/assets/series-pictures-view.ts';
import { describeChanges } from '#lib/pictures/picture-edits.ts';
import { Refusal } from '#lib/errors.ts';
import { isText } from '#lib/text-argument.ts';
import { messages } from '#lib/messages/en.ts';
import type { Visitor } from '#lib/visitor.ts';
import { database } from '#server/database/client.ts';
import { findSeries } from '#server/series/find-series.ts';
import type { SeriesAsset } from '#prisma/client/client.ts';

import { editDecks } from './edit-decks.ts';
import { keyFinder, namesKey } from './key-finder.ts';
import { flushOpenDecks, openDecks } from './open-decks.ts';

/** A picture of this series, by its key. Refuses when there is none. */
export async function pictureOf(seriesId: string, key: string): Promise<SeriesAsset> {
  const found = isText(key) ? await database().seriesAsset.findUnique({ where: { key, seriesId } }) : null;
  if (found === null) throw new Refusal('not-found', messages.pictures.problems.gone);
  return found;
}

/**
 * Says what a picture shows and who made it. With `spread` the description is written into every place of an open deck that has none, as
 * an edit of the visitor, where they may write; records stay as they are. For hosts and writers.
 */
export async function changeDescription(
  visitor: Visitor,
  slug: string,
  key: string,
  { alt, credit, spread }: DescriptionForm,
): Promise<DescriptionKept> {
  const { series, asker } = await findSeries(visitor, slug, 'asset.describe');
  await pictureOf(series.id, key);
  const description = { alt: alt.replaceAll(/\s+/g, ' '), credit: credit.replaceAll(/\s+/g, ' ') };
  await database().seriesAsset.update({ where: { key }, data: description });
  if (spread === undefined || alt === '' || asker.personId === null) return { places: 0 };
  await flushOpenDecks(series.id);
  const names = namesKey(await keyFinder(series.id), key);
  const decks = (await openDecks(series, asker)).filter(({ writable }) => writable);
  const edited = await editDecks(decks, asker.personId, (text) => describeChanges(text, names, alt));
  return { places: edited.reduce((sum, { places }) => sum + places, 0) };
}
