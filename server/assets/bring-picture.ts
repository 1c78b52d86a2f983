import type { UploadedPicture } from '#lib/assets/upload-wire.ts';
import { assetReference } from '#lib/addresses.ts';
import { Refusal } from '#lib/errors.ts';
import type { Visitor } from '#lib/visitor.ts';
import { deckAccess } from '#server/accounts/deck-access.ts';
import { database } from '#server/database/client.ts';
import { limit } from '#server/limits/limit.ts';
import { findSeries } from '#server/series/find-series.ts';

import { requireRoom } from './require-room.ts';
import { storeAsset } from './store-asset.ts';

/** Where somebody brings a picture to: a deck that they write, or a series that they manage. */
export type UploadPlace = { readonly deck: string } | { readonly series: string };

/** Somebody who may bring a picture, and the series that keeps it. */
export interface Bringer {
  readonly seriesId: string;
  readonly personId: string;
}

/** Whether the visitor may bring a picture there now: asked before a byte of it is read. Refuses with one sentence. */
export async function mayBring(visitor: Visitor, place: UploadPlace): Promise<Bringer> {
  const bringer = 'deck' in place ? await toDeck(visitor, place.deck) : await toSeries(visitor, place.series);
  await limit('upload.person', bringer.personId);
  await requireRoom(bringer.seriesId);
  return bringer;
}

async function toDeck(visitor: Visitor, deckId: string): Promise<Bringer> {
  const { deck, author, read, write } = await deckAccess(visitor, deckId);
  if (!read) throw new Refusal('not-found', 'There is no such deck.');
  if (deck.frozenAt !== null) throw new Refusal('frozen', 'The call has ended: its record can no longer be changed.');
  if (author === null) throw new Refusal('sign-in-first', 'Sign in, or give your name, to write here.');
  if (!write) throw new Refusal('not-allowed', 'You may read this deck, not write it. Ask a host of the series.');
  return { seriesId: deck.seriesId, personId: author.id };
}

async function toSeries(visitor: Visitor, slug: string): Promise<Bringer> {
  const { series, asker } = await findSeries(visitor, slug, 'asset.manage');
  if (asker.personId === null) throw new Refusal('sign-in-first', 'Sign in to bring pictures.');
  return { seriesId: series.id, personId: asker.personId };
}

/** Keeps a file that has come in. Refuses with one sentence what cannot be kept; then nothing of it stays. */
export async function bringPicture(bringer: Bringer, file: string, name: string): Promise<UploadedPicture> {
  const { key, extension } = await storeAsset(file, { ...bringer, name });
  const { alt } = await database().seriesAsset.findUniqueOrThrow({ where: { key }, select: { alt: true } });
  return { key, extension, reference: assetReference(key, extension), alt, name };
}
