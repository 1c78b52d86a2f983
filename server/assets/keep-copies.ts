import { foreignPicturesIn, type KeptCopy } from '#lib/assets/foreign-pictures.ts';
import { Refusal } from '#lib/errors.ts';
import { pictureReferences } from '#lib/imports/picture-references.ts';
import { messages } from '#lib/messages/en.ts';
import { isText } from '#lib/text-argument.ts';
import type { Visitor } from '#lib/visitor.ts';
import { requireAct } from '#server/accounts/authorize.ts';
import { authorOn } from '#server/accounts/deck-author.ts';
import { flushDeck } from '#server/decks/flush-deck.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import { requireOnDeck } from '#server/decks/require-on-deck.ts';

import { assetMap } from './asset-map.ts';
import { copyOf, copyPicture } from './copy-picture.ts';

/**
 * Keeps a copy of a picture on another server that a deck shows, for whoever writes that deck. The address must stand in its text:
 * nobody makes this server fetch anything else. One that is kept already is given at once. Refuses with why it cannot be had.
 */
export async function keepCopy(visitor: Visitor, deckId: string, address: string): Promise<KeptCopy> {
  const { deck, personId } = await requireWriter(visitor, deckId);
  if (!isText(address) || !(await isShown(deck.id, address)))
    throw new Refusal('not-found', messages.foreignPictures.notInDeck);
  const keeper = { seriesId: deck.seriesId, personId, deckId: deck.id };
  return (
    (await copyOf(deck.seriesId, address)) ??
    copyPicture(address, deck.callId === null ? keeper : { ...keeper, callId: deck.callId })
  );
}

/** The pictures of a deck that lie on other servers and of which no copy is kept, for whoever writes it. */
export async function foreignPicturesOf(visitor: Visitor, deckId: string): Promise<readonly string[]> {
  const { deck } = await requireWriter(visitor, deckId);
  const { text } = await readDeck(deck.id);
  return foreignPicturesIn(text, await assetMap(deck.seriesId));
}

async function requireWriter(visitor: Visitor, deckId: string) {
  const { deck, series, asker } = await requireOnDeck(visitor, deckId, 'deck.write');
  if (deck.kind === 'template') requireAct(asker, 'series.manage', series);
  const author = await authorOn(visitor, deck.id);
  if (author === null) throw new Refusal('sign-in-first', messages.foreignPictures.nobody);
  return { deck, personId: author.id };
}

async function isShown(deckId: string, address: string): Promise<boolean> {
  if (await stands(deckId, address)) return true;
  // It may have been typed a moment ago.
  await flushDeck(deckId);
  return stands(deckId, address);
}

async function stands(deckId: string, address: string): Promise<boolean> {
  return pictureReferences((await readDeck(deckId)).text).includes(address);
}
