import { addresses } from '#lib/addresses.ts';
import { foreignPicturesIn, type ForeignPicture, type KeptCopy } from '#lib/assets/foreign-pictures.ts';
import { Refusal } from '#lib/errors.ts';
import { pictureReferences } from '#lib/imports/picture-references.ts';
import { messages } from '#lib/messages/en.ts';
import { isText } from '#lib/text-argument.ts';
import type { Visitor } from '#lib/visitor.ts';
import { findSeries } from '#server/series/find-series.ts';

import { assetMap } from './asset-map.ts';
import { copyOf, copyPicture } from './copy-picture.ts';
import { openDecks } from './open-decks.ts';

/** The pictures on other servers of which a series keeps no copy, in all its decks that are still written and its template. For hosts. */
export async function foreignPicturesOfSeries(visitor: Visitor, slug: string): Promise<readonly ForeignPicture[]> {
  const { series, asker } = await findSeries(visitor, slug, 'series.manage');
  const copies = await assetMap(series.id);
  const shown = (await openDecks(series, asker)).flatMap(({ id, call, text }) => {
    const path = call === null ? addresses.template(slug) : addresses.deck(slug, call.address);
    const deck = { id, title: call?.title ?? null, path };
    return foreignPicturesIn(text, copies).map((address) => ({ address, deck }));
  });
  const byAddress = Map.groupBy(shown, ({ address }) => address);
  return Array.from(byAddress, ([address, found]) => ({ address, decks: found.map(({ deck }) => deck) }));
}

/** Keeps a copy of one of them; what is kept already is given at once. For hosts. Refuses with why it cannot be had. */
export async function keepCopyForSeries(visitor: Visitor, slug: string, address: string): Promise<KeptCopy> {
  const { series, asker } = await findSeries(visitor, slug, 'series.manage');
  const personId = visitor.person?.id;
  if (personId === undefined) throw new Refusal('sign-in-first', messages.foreignPictures.nobody);
  const decks = isText(address) ? await openDecks(series, asker) : [];
  if (!decks.some(({ text }) => pictureReferences(text).includes(address)))
    throw new Refusal('not-found', messages.foreignPictures.notInSeries);
  return (await copyOf(series.id, address)) ?? copyPicture(address, { seriesId: series.id, personId });
}
