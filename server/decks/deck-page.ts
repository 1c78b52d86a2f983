import { may } from '#lib/access.ts';
import type { CallMay, DeckView } from '#lib/views.ts';
import type { Visitor } from '#lib/visitor.ts';
import { authorize } from '#server/accounts/authorize.ts';
import { assetMap } from '#server/assets/asset-map.ts';
import { callSummary } from '#server/calls/call-summary.ts';
import { callMay, findCall, liveStateOf, type FoundCall } from '#server/calls/find-call.ts';
import { NO_TIME, timeView } from '#server/calls/time-view.ts';
import { database } from '#server/database/client.ts';
import { findSeries, nothingHere } from '#server/series/find-series.ts';
import { personView } from '#server/series/person-view.ts';
import { seriesReference } from '#server/series/series-reference.ts';
import { templateDeck } from '#server/series/template-deck.ts';
import type { Deck } from '#prisma/client/client.ts';

import { deckReference } from './deck-reference.ts';
import { putOutOf } from './put-out.ts';

/** The deck of a call, to write or to present. For who may read decks. */
export async function deckPage(visitor: Visitor, slug: string, address: string): Promise<DeckView> {
  const found = await findCall(visitor, slug, address, 'deck.read');
  const { call, deck, asker } = found;
  return {
    series: seriesReference(call.series, asker),
    call: callSummary(slug, call),
    deck: await deckPart(deck),
    pictures: { assets: await assetMap(call.seriesId), foreignPictures: call.series.foreignPictures },
    live: liveStateOf(call),
    time: await timeView(call),
    person: personView(found.author),
    bySectionLink: visitor.person === null && found.author !== null,
    putOut: may(asker, 'deck.putOut', call.series) ? await putOutOf(deck.id) : [],
    may: callMay(found),
  };
}

const NO_CALL: CallMay = {
  readDeck: true,
  writeDeck: false,
  held: false,
  readLive: false,
  present: false,
  takeOver: false,
  start: false,
  end: false,
  resume: false,
  readRecord: false,
  manageSections: false,
  lock: false,
  putOut: false,
  history: false,
  delete: false,
};

/** The template of a series. For who may read decks; its hosts write it. */
export async function templatePage(visitor: Visitor, slug: string): Promise<DeckView> {
  const { series } = await findSeries(visitor, slug, 'series.read');
  const deck = await templateDeck(series.id);
  if (deck === null) throw nothingHere();
  const asker = await authorize(visitor, 'deck.read', series, deck.id);
  return {
    series: seriesReference(series, asker),
    call: null,
    deck: await deckPart(deck),
    pictures: { assets: await assetMap(series.id), foreignPictures: series.foreignPictures },
    live: null,
    time: NO_TIME,
    person: personView(visitor.person),
    bySectionLink: false,
    putOut: [],
    may: { ...NO_CALL, writeDeck: may(asker, 'series.manage', series), history: may(asker, 'deck.history', series) },
  };
}

/** The correction of a section of a record, to write. Whether it may be read was asked before. */
export async function correctionView(
  { call, asker, author }: FoundCall,
  deck: Deck,
  writeDeck: boolean,
): Promise<DeckView> {
  return {
    series: seriesReference(call.series, asker),
    call: callSummary(call.series.slug, call),
    deck: { ...(await deckPart(deck)), template: null },
    pictures: { assets: await assetMap(call.seriesId), foreignPictures: call.series.foreignPictures },
    live: null,
    time: NO_TIME,
    person: personView(author),
    bySectionLink: false,
    putOut: [],
    may: { ...NO_CALL, writeDeck },
  };
}

async function deckPart(deck: Deck): Promise<DeckView['deck']> {
  return {
    ...(await deckReference(deck)),
    kind: deck.kind,
    frozen: deck.frozenAt !== null,
    lock: await lockOf(deck),
  };
}

/** Who locked a deck; null while it is open. */
export async function lockOf({
  lockedAt,
  lockedById,
}: Pick<Deck, 'lockedAt' | 'lockedById'>): Promise<DeckView['deck']['lock']> {
  return lockedAt === null ? null : { by: await nameOf(lockedById) };
}

async function nameOf(personId: string | null): Promise<string | null> {
  if (personId === null) return null;
  return (await database().person.findUnique({ where: { id: personId }, select: { name: true } }))?.name ?? null;
}
