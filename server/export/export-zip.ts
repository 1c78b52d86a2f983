import { may } from '#lib/access.ts';
import { Refusal } from '#lib/errors.ts';
import type { ExportProfile } from '#lib/export/export-profile.ts';
import { messages } from '#lib/messages/en.ts';
import type { Visitor } from '#lib/visitor.ts';
import { askerFor } from '#server/accounts/authorize.ts';
import { database } from '#server/database/client.ts';
import { findSeries } from '#server/series/find-series.ts';
import { visibleTo } from '#server/series/list-series.ts';
import type { Series } from '#prisma/client/client.ts';

import { callEntries } from './call-entries.ts';
import { tellProgress } from './export-progress.ts';
import { findTaken, type ExportedThing } from './find-taken.ts';
import { callsOfPart, seriesEntries } from './series-entries.ts';
import { MOST_BYTES, MOST_ENTRIES, zipStream, type ZipEntry } from './zip-stream.ts';

/** A zip to hand out. */
export interface ZipFile {
  /** ASCII, without characters that need quoting. */
  readonly fileName: string;
  readonly type: 'application/zip';
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
}

const ZIP = 'application/zip';

/** How a zip of many calls is wanted. */
export interface ZipWish {
  readonly profile: ExportProfile;
  /** Only calls of this year, `2024`; null for all. */
  readonly year: string | null;
  /** By which whoever asked hears how far it is; null for nobody. */
  readonly progress: string | null;
}

/** An edition or a deck with its pictures and all that is known of it. For who may read it. */
export async function callZip(visitor: Visitor, thing: ExportedThing, profile: ExportProfile): Promise<ZipFile> {
  const taken = await findTaken(visitor, thing);
  const entries = async function* (): AsyncGenerator<ZipEntry> {
    yield* callEntries(taken, { name: '', profile, pictures: new Map() });
  };
  return { fileName: `${taken.source.stem}.zip`, type: ZIP, body: zipStream(entries()) };
}

/** Everything of a series that the visitor may read. Refuses what is more than a zip can hold. */
export async function seriesZip(visitor: Visitor, slug: string, wish: ZipWish): Promise<ZipFile> {
  const { series } = await findSeries(visitor, slug, 'series.read');
  const year = wish.year === null ? '' : `-${wish.year}`;
  return manyZip(visitor, [series], { ...wish, name: `${series.slug}${year}` });
}

/** Everything that the visitor may read, series by series. Refuses what is more than a zip can hold. */
export async function everythingZip(visitor: Visitor, wish: ZipWish): Promise<ZipFile> {
  return manyZip(visitor, await readableSeries(visitor), { ...wish, name: 'plenum' });
}

/** The series of which a visitor may see something, by name. */
export async function readableSeries(visitor: Visitor): Promise<readonly Series[]> {
  const candidates = await database().series.findMany({ where: visibleTo(visitor), orderBy: { name: 'asc' } });
  const seen: Series[] = [];
  for (const series of candidates)
    if (may(await askerFor(visitor, series.id), 'series.read', series)) seen.push(series);
  return seen;
}

interface Many extends ZipWish {
  readonly name: string;
}

async function manyZip(visitor: Visitor, series: readonly Series[], wish: Many): Promise<ZipFile> {
  const of = await countCalls(series, wish);
  // Of one year nobody knows the pictures before; none has so many.
  if (wish.year === null) await requireFitting(series, of);
  const entries = async function* (): AsyncGenerator<ZipEntry> {
    let done = 0;
    let whole = false;
    const tell = (state: 'making' | 'done' | 'stopped') => tellProgress(wish.progress, { done, of, state });
    const onCall = (): void => {
      done += 1;
      tell('making');
    };
    tell('making');
    try {
      for (const one of series) yield* seriesEntries(visitor, { ...wish, series: one, onCall });
      whole = true;
    } finally {
      // Also when whoever asked has gone away: then nothing more is made.
      tell(whole ? 'done' : 'stopped');
    }
  };
  return { fileName: `${wish.name}.zip`, type: ZIP, body: zipStream(entries()) };
}

async function countCalls(series: readonly Series[], { year }: ZipWish): Promise<number> {
  return database().call.count({ where: { OR: series.map((one) => callsOfPart({ series: one, year })) } });
}

/** Before anything is sent: half a zip is none. Every call has a text and its JSON. */
async function requireFitting(series: readonly Series[], calls: number): Promise<void> {
  const of = { seriesId: { in: series.map(({ id }) => id) } };
  const pictures = await database().seriesAsset.count({ where: of });
  const { _sum } = await database().asset.aggregate({ where: { uses: { some: of } }, _sum: { bytes: true } });
  const fits = calls * 2 + pictures + series.length * 3 < MOST_ENTRIES && (_sum.bytes ?? 0) < MOST_BYTES;
  if (!fits) throw new Refusal('too-large', messages.exports.tooMuch);
}
