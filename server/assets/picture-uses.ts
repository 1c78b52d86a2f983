import { may, type Asker } from '#lib/access.ts';
import { addresses } from '#lib/addresses.ts';
import type { PictureUse } from '#lib/assets/series-pictures-view.ts';
import { picturePlaces } from '#lib/imports/picture-references.ts';
import { callsOf } from '#server/calls/calls-of.ts';
import { callSummary } from '#server/calls/call-summary.ts';
import { database } from '#server/database/client.ts';
import type { Call, Series } from '#prisma/client/client.ts';

import { keyFinder, type KeyOf } from './key-finder.ts';
import { openDecks, type OpenDeck } from './open-decks.ts';

/** Where the pictures of a series are shown now. */
export interface PictureUses {
  readonly decks: readonly OpenDeck[];
  readonly keyOf: KeyOf;
  /** Decks first, then records, each the newest first. */
  readonly of: (key: string) => readonly PictureUse[];
  /** Every key that something names. */
  readonly used: readonly string[];
}

interface EditionUse {
  readonly key: string;
  readonly call: string;
  readonly address: string;
  readonly title: string;
  readonly number: number;
  readonly newest: number;
}

/** Finds where pictures are shown, as far as the asker may read it: by one question each for decks, title pictures and records. */
export async function pictureUses(series: Series, asker: Asker): Promise<PictureUses> {
  const [keyOf, decks, titles, editions] = await Promise.all([
    keyFinder(series.id),
    may(asker, 'deck.read', series) ? openDecks(series, asker) : [],
    titlesOf(series.id),
    may(asker, 'record.read', series) ? editionUses(series.id) : [],
  ]);
  const titleOf = new Set(titles.map(({ titleKey, id }) => `${titleKey} ${id}`));
  const isTitle = (key: string, call: string | undefined): boolean => titleOf.has(`${key} ${call}`);
  const all = [
    ...decks.flatMap((deck) =>
      deckUses(series, deck, keyOf).map((one) => marked(one, isTitle(one.key, deck.call?.id))),
    ),
    ...titles.map((call) => titleUse(series, call)),
    ...editions.map((edition) => editionUse(series.slug, edition, isTitle(edition.key, edition.call))),
  ];
  const uses = Map.groupBy(all, ({ key }) => key);
  return { decks, keyOf, of: (key) => sortedUses(uses.get(key) ?? []), used: [...uses.keys()] };
}

interface Found {
  readonly key: string;
  readonly use: PictureUse;
}

function marked({ key, use }: Found, asTitle: boolean): Found {
  return { key, use: { ...use, asTitle } };
}

/** Each place once. */
function sortedUses(found: readonly Found[]): readonly PictureUse[] {
  const byAddress = new Map(found.toReversed().map(({ use }) => [use.address, use]));
  const uses = [...byAddress.values()].toReversed();
  return [...uses.filter(({ kind }) => kind !== 'record'), ...uses.filter(({ kind }) => kind === 'record')];
}

function titlesOf(seriesId: string): Promise<readonly Call[]> {
  return database().call.findMany({
    where: { ...callsOf(seriesId), titleKey: { not: null } },
    orderBy: { startsAt: 'desc' },
  });
}

/** The newest edition of each record that names a picture. */
function editionUses(seriesId: string): Promise<readonly EditionUse[]> {
  return database().$queryRaw<readonly EditionUse[]>`
    SELECT asset.value->>'key' AS key, call.id::text AS call, call.address, call.title, max(edition.number)::int AS number,
           (SELECT max(number)::int FROM edition e WHERE e.record_id = record.id) AS newest
    FROM edition JOIN record ON record.id = edition.record_id JOIN call ON call.id = record.call_id
         CROSS JOIN LATERAL jsonb_each(edition.content->'assets') asset
    WHERE call.series_id = ${seriesId}::uuid AND call.deleted_at IS NULL AND jsonb_typeof(asset.value) = 'object'
    GROUP BY asset.value->>'key', call.id, record.id
    ORDER BY call.starts_at DESC`;
}

function deckUses(series: Series, { call, text }: OpenDeck, keyOf: KeyOf): readonly Found[] {
  const keys = new Set(picturePlaces(text).flatMap(({ address }) => keyOf(address) ?? []));
  return [...keys].map((key) => ({ key, use: call === null ? templateUse(series) : callUse(series, call) }));
}

function templateUse({ name, slug }: Series): PictureUse {
  return { kind: 'template', title: name, date: null, address: addresses.template(slug), asTitle: false };
}

function callUse({ slug }: Series, call: Call): PictureUse {
  const { title, state, when, addresses: to } = callSummary(slug, call);
  const ended = state === 'ended';
  return {
    kind: ended ? 'record' : 'deck',
    title,
    date: when.date,
    address: ended ? to.call : to.deck,
    asTitle: false,
  };
}

function titleUse(series: Series, call: Call): Found {
  return marked({ key: call.titleKey ?? '', use: callUse(series, call) }, true);
}

function editionUse(slug: string, { key, address, title, number, newest }: EditionUse, asTitle: boolean): Found {
  const at = number === newest ? addresses.call(slug, address) : addresses.edition(slug, address, number);
  return { key, use: { kind: 'record', title, date: address.slice(0, 10), address: at, asTitle } };
}
