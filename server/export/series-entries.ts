import { may } from '#lib/access.ts';
import { EXPORT_VERSION, type ExportedSeries } from '#lib/export/export-json.ts';
import type { ExportProfile } from '#lib/export/export-profile.ts';
import type { Visitor } from '#lib/visitor.ts';
import { askerFor } from '#server/accounts/authorize.ts';
import { callsOf } from '#server/calls/calls-of.ts';
import { database } from '#server/database/client.ts';
import { templateDeck } from '#server/series/template-deck.ts';
import type { Prisma, Series } from '#prisma/client/client.ts';

import { callEntries, type ZipFolder } from './call-entries.ts';
import { readTaken } from './find-taken.ts';
import { takenRecord, type TakenCall } from './taken-call.ts';
import type { ZipEntry } from './zip-stream.ts';

/** What of a series is taken along. */
export interface SeriesPart {
  readonly series: Series;
  readonly profile: ExportProfile;
  /** Only calls of this year, `2024`; null for all. */
  readonly year: string | null;
  /** Told after each call. */
  readonly onCall: () => void;
}

/** So many calls are listed at a time. */
const PART = 200;

/**
 * Everything of a series that a visitor may read: its records, decks that are open still, its template, and a list of it all. Each call is asked
 * for when its turn comes: whoever loses access meanwhile gets no more.
 */
export async function* seriesEntries(visitor: Visitor, part: SeriesPart): AsyncGenerator<ZipEntry> {
  const { series, profile } = part;
  const folder: ZipFolder = { name: `${series.slug}/`, profile, pictures: new Map() };
  const calls: ExportedSeries['calls'] = [];
  for await (const id of callIds(part)) {
    const taken = await takenCall(visitor, series, id);
    if (taken !== null) calls.push(yield* callEntries(taken, folder));
    part.onCall();
  }
  const template = part.year === null ? await takenTemplate(visitor, series) : null;
  if (template !== null) calls.push(yield* callEntries(template, folder));
  const list: ExportedSeries = {
    format: 'plenum-export',
    version: EXPORT_VERSION,
    exportedAt: new Date().toISOString(),
    profile,
    series: { slug: series.slug, name: series.name },
    calls,
    pictures: Array.from(folder.pictures, ([file, hash]) => ({ file, hash })),
  };
  yield { name: `${folder.name}plenum.json`, text: `${JSON.stringify(list, null, 2)}\n` };
}

/** The calls of a part, as the database is asked for them. */
export function callsOfPart({ series, year }: Pick<SeriesPart, 'series' | 'year'>) {
  return {
    ...callsOf(series.id),
    ...(year === null ? {} : { address: { startsWith: `${year}-` } }),
  } satisfies Prisma.CallWhereInput;
}

async function* callIds(part: SeriesPart): AsyncGenerator<string> {
  for (let after = ''; ;) {
    const calls = await database().call.findMany({
      where: { AND: [callsOfPart(part), { address: { gt: after } }] },
      select: { id: true, address: true },
      orderBy: { address: 'asc' },
      take: PART,
    });
    for (const { id } of calls) yield id;
    const last = calls.at(-1);
    if (last === undefined || calls.length < PART) return;
    after = last.address;
  }
}

/** A call as the visitor may read it at this moment: its record, else its deck; null for none of both. */
async function takenCall(visitor: Visitor, series: Series, id: string): Promise<TakenCall | null> {
  const call = await database().call.findFirst({ where: { id, deletedAt: null } });
  const deck = await database().deck.findFirst({ where: { callId: id, kind: 'call' }, select: { id: true } });
  if (call === null || deck === null) return null;
  const rules = await database().series.findUnique({ where: { id: series.id } });
  if (rules === null) return null;
  const asker = await askerFor(visitor, series.id, deck.id);
  const editions = may(asker, 'record.read', rules)
    ? await database().edition.findMany({ where: { record: { callId: id } }, orderBy: { number: 'desc' } })
    : [];
  const record = await takenRecord({ series, call }, editions);
  if (record !== null) return record;
  return call.state !== 'ended' && may(asker, 'deck.read', rules) ? readTaken(deck.id) : null;
}

async function takenTemplate(visitor: Visitor, series: Series): Promise<TakenCall | null> {
  const asker = await askerFor(visitor, series.id);
  const template = may(asker, 'deck.read', series) ? await templateDeck(series.id) : null;
  return template === null ? null : readTaken(template.id);
}
