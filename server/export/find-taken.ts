import { addresses, parseAssetReference } from '#lib/addresses.ts';
import { dateIn } from '#lib/dates/call-date.ts';
import { pictureReferences } from '#lib/imports/picture-references.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { isUuid } from '#lib/uuid.ts';
import type { Visitor } from '#lib/visitor.ts';
import { authorize } from '#server/accounts/authorize.ts';
import { deckAccess } from '#server/accounts/deck-access.ts';
import { presentedDeck } from '#server/archive/presented-deck.ts';
import { keptAssets, type KeptAsset } from '#server/assets/asset-map.ts';
import { database } from '#server/database/client.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import { ownOrigin } from '#server/environment.ts';
import { nothingHere } from '#server/series/find-series.ts';
import type { Call } from '#prisma/client/client.ts';

import { takenDeck, takenRecord, type TakenCall } from './taken-call.ts';
import type { ExportSource } from './write-markdown.ts';

/** What is taken along: an edition, or a deck as it is now. */
export type ExportedThing = { readonly edition: string } | { readonly deck: string };

/** For who may read it; anything else is not found. */
export async function findTaken(visitor: Visitor, thing: ExportedThing): Promise<TakenCall> {
  return 'edition' in thing ? findEdition(visitor, thing.edition) : findDeck(visitor, thing.deck);
}

async function findEdition(visitor: Visitor, id: string): Promise<TakenCall> {
  const edition = isUuid(id) ? await database().edition.findUnique({ where: { id } }) : null;
  if (edition === null) throw nothingHere();
  const { call } = await database().record.findUniqueOrThrow({
    where: { id: edition.recordId },
    select: { call: { include: { series: true, decks: { where: { kind: 'call' }, select: { id: true } } } } },
  });
  await authorize(visitor, 'record.read', call.series, call.decks[0]?.id);
  const taken = await takenRecord({ series: call.series, call }, [edition]);
  if (taken === null) throw nothingHere();
  return taken;
}

/** As it would be presented now; for who may read the deck, not for who only follows the call. */
async function findDeck(visitor: Visitor, id: string): Promise<TakenCall> {
  const access = await deckAccess(visitor, id);
  if (!access.read || access.audienceOnly) throw nothingHere();
  return readTaken(id);
}

/** A deck to take along; of who may read it this knows nothing. */
export async function readTaken(id: string): Promise<TakenCall> {
  const { series, call } = await database().deck.findUniqueOrThrow({
    where: { id },
    select: { series: { select: { id: true, slug: true, name: true } }, call: true },
  });
  return takenDeck({ series, call }, await deckSource({ id, series, call }));
}

interface DeckToTake {
  readonly id: string;
  readonly series: { readonly id: string; readonly slug: string; readonly name: string };
  /** Null for a template. */
  readonly call: Call | null;
}

async function deckSource({ id, series, call }: DeckToTake): Promise<ExportSource> {
  const { text: written, update } = await readDeck(id);
  const shown = await shownOf({ id, series, call }, written, update);
  const kept = await keptAssets(database(), series.id);
  const elsewhere = await othersKept(`${shown.model.text}\n${written}`);
  const path = call === null ? addresses.template(series.slug) : addresses.call(series.slug, call.address);
  return {
    series,
    stem: `${series.slug}-${call?.address ?? 'template'}`,
    text: shown.model.text,
    written,
    kind: 'slides',
    facts: {
      title: call?.title ?? series.name,
      date: call === null ? null : dateIn(call.startsAt, call.timeZone),
      series: series.name,
      call: call?.address ?? null,
      edition: null,
      checksum: null,
      address: ownOrigin() + path,
    },
    sections: shown.sections,
    keptFor: (address) => kept.get(address) ?? elsewhere.get(address) ?? null,
  };
}

/** What would be on the slides now, and its sections with those that would be left out behind them. */
async function shownOf({ id, call }: DeckToTake, text: string, update: Uint8Array) {
  if (call === null) {
    const model = parseDeck(text);
    return { model, sections: model.sections.map((section) => ({ ...section, status: null })) };
  }
  const { model, sections: facts } = await presentedDeck(database(), { call, deckId: id, text, update });
  const end = model.slides.length;
  const shown = model.sections.map((section) => ({ ...section, status: null }));
  const leftOut = facts.filter((section) => section.leftOut);
  return {
    model,
    sections: [...shown, ...leftOut.map(({ title, status }) => ({ title, status, fromSlide: end, toSlide: end }))],
  };
}

/** Pictures of other series that were pasted in: whoever has their address may have them. */
async function othersKept(text: string): Promise<ReadonlyMap<string, KeptAsset>> {
  const keys = new Map(pictureReferences(text).map((address) => [address, parseAssetReference(address)?.key ?? '']));
  const assets = await database().seriesAsset.findMany({
    where: { key: { in: [...keys.values()] }, series: { deletedAt: null } },
    select: { key: true, extension: true, hash: true },
  });
  const byKey = new Map(assets.map((asset) => [asset.key, asset]));
  return new Map(
    Array.from(keys).flatMap(([address, key]) => {
      const kept = byKey.get(key);
      return kept === undefined ? [] : [[address, kept] as const];
    }),
  );
}
