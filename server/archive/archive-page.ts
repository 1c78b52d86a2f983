import { z } from 'zod';

import { addresses, parseAssetReference } from '#lib/addresses.ts';
import type { ArchivedCall, ArchiveTeam, ArchiveView, ArchiveYear } from '#lib/archive/archive-views.ts';
import { glanceOf } from '#lib/archive/glance.ts';
import type { Visitor } from '#lib/visitor.ts';
import { database } from '#server/database/client.ts';
import { findSeries, nothingHere } from '#server/series/find-series.ts';
import { seriesReference } from '#server/series/series-reference.ts';
import { Prisma, type Series } from '#prisma/client/client.ts';

import { recordSections, reportedSection, teamsById } from './record-sections.ts';
import { listedRecords } from './record-summaries.ts';

/** The archive shows its newest years whole until so many calls stand there; the others have pages of their own. */
const ENOUGH = 40;
/** Nobody reads more calls of one year than one a day. */
const MOST_OF_A_YEAR = 366;
/** Pixels of a title picture in a list. */
const COVER = 640;

/** The records of a series by year: the newest years, or one year with who reported when. A year without records is not there. */
export async function archivePage(visitor: Visitor, slug: string, year?: number): Promise<ArchiveView> {
  const { series, asker } = await findSeries(visitor, slug, 'record.read');
  const years = await yearsOf(series);
  if (year !== undefined && !years.some((each) => each.year === year)) throw nothingHere();
  const teams = await teamsById(series);
  const shown: { readonly year: number; readonly calls: readonly ArchivedCall[] }[] = [];
  for (const each of year === undefined ? newest(years) : [year])
    shown.push({ year: each, calls: await callsOfYear(series, each, teams) });
  return {
    series: seriesReference(series, asker),
    years,
    total: years.reduce((total, { count }) => total + count, 0),
    shown,
    glance: year === undefined ? null : glanceOf(year, shown[0]?.calls ?? [], [...teams.values()]),
  };
}

/** As many whole years as it takes for a page. */
function newest(years: readonly ArchiveYear[]): readonly number[] {
  let calls = 0;
  return years
    .filter(({ count }) => {
      const fits = calls === 0 || calls + count <= ENOUGH;
      calls += fits ? count : ENOUGH;
      return fits;
    })
    .map(({ year }) => year);
}

const yearsSchema = z.array(z.object({ year: z.string().transform(Number), count: z.number() }));

async function yearsOf(series: Series): Promise<readonly ArchiveYear[]> {
  const rows = await database().$queryRaw(Prisma.sql`
    SELECT left(call.address, 4) AS year, count(*)::int AS count
    FROM call JOIN record ON record.call_id = call.id AND record.newest_edition_id IS NOT NULL
    WHERE call.series_id = ${series.id}::uuid AND call.deleted_at IS NULL
    GROUP BY 1 ORDER BY 1 DESC`);
  return yearsSchema.parse(rows);
}

async function callsOfYear(
  series: Series,
  year: number,
  teams: ReadonlyMap<string, ArchiveTeam>,
): Promise<readonly ArchivedCall[]> {
  // Addresses are dates: those of a year stand between it and the next.
  const part = { from: `${year}-`, after: `${year + 1}-`, limit: MOST_OF_A_YEAR };
  const records = await listedRecords(series, part);
  const sections = await recordSections(
    series,
    records.map(({ recordId }) => recordId),
  );
  return records.map(({ summary, recordId, cover }) => ({
    record: summary,
    cover: coverAddress(cover),
    sections: (sections.get(recordId) ?? []).map((row) => reportedSection(series.slug, row, teams)),
  }));
}

function coverAddress(cover: string | null): string | null {
  const asset = cover === null ? null : parseAssetReference(`assets/${cover}`);
  return asset === null ? null : addresses.asset(asset.key, asset.extension, COVER);
}
