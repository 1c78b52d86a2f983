import { z } from 'zod';

import type { ArchiveYear, ReadReport, ReportGap, TeamHistory } from '#lib/archive/archive-views.ts';
import type { CallSummary } from '#lib/views.ts';
import { callSummary } from '#server/calls/call-summary.ts';
import { callsOf } from '#server/calls/calls-of.ts';
import { database } from '#server/database/client.ts';
import { Prisma, type Series } from '#prisma/client/client.ts';

import { reportedSection, teamSections, teamsById, type RecordSectionRow } from './record-sections.ts';
import { callsById, sectionChanges, type Report } from './section-changes.ts';
import { sectionSources } from './section-sources.ts';

/** Calls in which a team was heard of that stand on one page. */
const A_PAGE = 12;
/** A team has a few sections in a call at most; so many are read for a page. */
const MOST_SECTIONS = 8 * (A_PAGE + 1);

/**
 * What a team reported, newest first, from the calls at earlier addresses than `before` on, and the calls between in which it was not heard of.
 * Whoever calls this has checked that records may be read.
 */
export async function teamHistory(series: Series, teamId: string, before?: string): Promise<TeamHistory> {
  const rows = await teamSections(series, {
    teamId,
    limit: MOST_SECTIONS,
    ...(before === undefined ? {} : { before }),
  });
  const reports = [...Map.groupBy(rows, ({ address }) => address).values()];
  const page = reports.slice(0, A_PAGE);
  const [read, gaps, summary] = await Promise.all([
    readReports(series, page, reports),
    silentCalls(series, page, { before, more: reports.length > A_PAGE }),
    summaryOf(series, teamId),
  ]);
  return {
    ...summary,
    entries: withGaps(read, gaps),
    earlier: reports.length > A_PAGE ? (page.at(-1)?.[0]?.address ?? null) : null,
  };
}

async function readReports(
  series: Series,
  page: readonly Report[],
  all: readonly Report[],
): Promise<readonly ReadReport[]> {
  const rows = page.flat();
  const [teams, calls, sources, changes] = await Promise.all([
    teamsById(series),
    callsById(
      series.slug,
      rows.map(({ call }) => call),
    ),
    sectionSources(rows),
    sectionChanges(
      series,
      page.map((report, at) => ({ report, before: spoken(all, at + 1) })),
    ),
  ]);
  return rows.flatMap((row, at) => {
    const [call, text] = [calls.get(row.call), sources[at]];
    const report = page.findIndex((each) => each.includes(row));
    if (call === undefined || text === undefined) return [];
    // Of several sections in one call the first says what changed in all of them.
    const own = page[report]?.[0] === row ? (changes[report] ?? null) : null;
    return [{ kind: 'report', ...reportedSection(series.slug, row, teams), call, text, changes: own } as const];
  });
}

/** The next report from there on in which the team said something. */
function spoken(reports: readonly Report[], from: number): Report | null {
  return reports.slice(from).find((report) => report.some(hasSlides)) ?? null;
}

const hasSlides = ({ fromSlide, toSlide }: RecordSectionRow): boolean => toSlide > fromSlide;

/** Calls on record between the reports of a page in which the team was not heard of. */
async function silentCalls(
  series: Series,
  page: readonly Report[],
  { before, more }: { readonly before: string | undefined; readonly more: boolean },
): Promise<readonly CallSummary[]> {
  const last = page.at(-1)?.[0]?.address;
  if (last === undefined) return [];
  const heard = page.map((report) => report[0]?.address ?? '');
  const calls = await database().call.findMany({
    where: {
      ...callsOf(series.id),
      record: { newestId: { not: null } },
      // Before its first report the team may not have been there.
      AND: [{ address: more ? { gte: last } : { gt: last } }, before === undefined ? {} : { address: { lt: before } }],
      NOT: { address: { in: heard } },
    },
    orderBy: { address: 'desc' },
    take: MOST_SILENT,
  });
  return calls.map((call) => callSummary(series.slug, call));
}

/** So many calls without a word are named on one page. */
const MOST_SILENT = 400;

function withGaps(reports: readonly ReadReport[], silent: readonly CallSummary[]): readonly (ReadReport | ReportGap)[] {
  const entries: (ReadReport | ReportGap)[] = [];
  let rest = silent;
  for (const report of reports) {
    const later = rest.filter(({ address }) => address > report.call.address);
    if (later.length > 0) entries.push({ kind: 'gap', calls: later });
    entries.push(report);
    rest = rest.slice(later.length);
  }
  return rest.length > 0 ? [...entries, { kind: 'gap', calls: rest }] : entries;
}

const yearsSchema = z.array(
  z.object({ year: z.string().transform(Number), reported: z.number(), nothing: z.number(), first: z.string() }),
);

async function summaryOf(
  series: Series,
  teamId: string,
): Promise<Pick<TeamHistory, 'calls' | 'reported' | 'nothing' | 'years'>> {
  const rows = await database().$queryRaw(Prisma.sql`
    WITH heard AS (
      SELECT call.address, bool_or(section.to_slide > section.from_slide) AS spoke
      FROM record_section section JOIN record ON record.id = section.record_id
        JOIN call ON call.id = record.call_id AND call.series_id = ${series.id}::uuid AND call.deleted_at IS NULL
      WHERE section.team_id = ${teamId}::uuid OR (section.team_id IS NULL AND section.folded IN
        (SELECT folded FROM known_heading WHERE team_id = ${teamId}::uuid))
      GROUP BY call.address)
    SELECT left(address, 4) AS year, count(*) FILTER (WHERE spoke)::int AS reported,
      count(*) FILTER (WHERE NOT spoke)::int AS nothing, min(address) AS first
    FROM heard GROUP BY 1 ORDER BY 1 DESC`);
  const years = yearsSchema.parse(rows);
  const first = years.at(-1)?.first;
  const calls =
    first === undefined
      ? 0
      : await database().call.count({
          where: { ...callsOf(series.id), record: { newestId: { not: null } }, address: { gte: first } },
        });
  return {
    calls,
    reported: years.reduce((sum, { reported }) => sum + reported, 0),
    nothing: years.reduce((sum, { nothing }) => sum + nothing, 0),
    years: years.map(({ year, reported, nothing }): ArchiveYear => ({ year, count: reported + nothing })),
  };
}
