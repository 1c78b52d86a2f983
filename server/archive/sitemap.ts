import { z } from 'zod';

import { addresses } from '#lib/addresses.ts';
import { SITEMAP_FOOT, SITEMAP_HEAD, sitemapIndex, sitemapPage } from '#lib/feeds/sitemap.ts';
import { database } from '#server/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';

/** The protocol allows 50,000 addresses in a file: so many are records, which leaves room for their series. */
const RECORDS_IN_FILE = 40_000;
const MOST_SERIES = 4_000;
/** Read and sent so many at a time: the first of them are sent while the others are read. */
const CHUNK = 2_000;

const recordsSchema = z.array(z.object({ id: z.string(), slug: z.string(), address: z.string(), changed: z.date() }));

// Everybody may read them, and nobody can take them back any more.
const LISTED = Prisma.sql`FROM call
  JOIN series ON series.id = call.series_id AND series.read_records = 'public' AND series.deleted_at IS NULL
  JOIN record ON record.call_id = call.id
  JOIN edition ON edition.id = record.newest_edition_id AND (edition.sealed_at IS NOT NULL OR edition.number > 1)
  WHERE call.deleted_at IS NULL`;

/**
 * What search engines may find, for everybody alike: public series, their archives and records. `origin` is where the site is, without a
 * slash at the end; `part` is null for the beginning, which is an index where there is too much for one file. Null for a part that is not there.
 */
export async function sitemap(origin: string, part: number | null): Promise<AsyncIterable<string> | null> {
  const parts = Math.max(1, Math.ceil((await countRecords()) / RECORDS_IN_FILE));
  if (part !== null && part > parts) return null;
  if (part === null && parts > 1)
    return once(sitemapIndex(Array.from({ length: parts }, (_, index) => origin + addresses.sitemap(index + 1))));
  return pages(origin, part ?? 1);
}

/** How many are listed, or a little more where that is few enough for one file anyway. */
async function countRecords(): Promise<number> {
  const all = await database().record.count();
  if (all <= RECORDS_IN_FILE) return all;
  const rows = await database().$queryRaw(Prisma.sql`SELECT count(*)::int AS records ${LISTED}`);
  return z.array(z.object({ records: z.number() })).parse(rows)[0]?.records ?? 0;
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

async function* pages(origin: string, part: number): AsyncGenerator<string> {
  yield SITEMAP_HEAD + (part === 1 ? await seriesPages(origin) : '');
  let after: string | null = null;
  for (let left = RECORDS_IN_FILE; left > 0; left -= CHUNK) {
    const records = await recordsAfter(after, after === null ? (part - 1) * RECORDS_IN_FILE : 0);
    yield records
      .map(({ slug, address, changed }) =>
        sitemapPage({ address: origin + addresses.call(slug, address), changed: changed.toISOString() }),
      )
      .join('');
    after = records.at(-1)?.id ?? null;
    if (records.length < CHUNK) break;
  }
  yield SITEMAP_FOOT;
}

async function seriesPages(origin: string): Promise<string> {
  const series = await database().series.findMany({
    where: { readRecords: 'public', deletedAt: null },
    select: { slug: true },
    orderBy: { id: 'asc' },
    take: MOST_SERIES,
  });
  return series
    .flatMap(({ slug }) => [addresses.series(slug), addresses.archive(slug)])
    .map((path) => sitemapPage({ address: origin + path, changed: null }))
    .join('');
}

async function recordsAfter(after: string | null, skipped: number): Promise<z.infer<typeof recordsSchema>> {
  const rows = await database().$queryRaw(Prisma.sql`
    SELECT call.id::text, series.slug, call.address, coalesce(edition.sealed_at, edition.created_at) AS changed
    ${LISTED} ${after === null ? Prisma.empty : Prisma.sql`AND call.id > ${after}::uuid`}
    ORDER BY call.id LIMIT ${CHUNK} OFFSET ${skipped}`);
  return recordsSchema.parse(rows);
}
