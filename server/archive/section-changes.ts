import type { Changes } from '#lib/archive/archive-views.ts';
import { changeCounts, whatChanged } from '#lib/archive/what-changed.ts';
import { findReportLine } from '#lib/sections/report-line.ts';
import { foldHeading } from '#lib/teams/fold-heading.ts';
import type { CallSummary } from '#lib/views.ts';
import { callSummary } from '#server/calls/call-summary.ts';
import { database } from '#server/database/client.ts';
import type { Series } from '#prisma/client/client.ts';

import { teamSections, type RecordSectionRow, type SectionsOfTeam } from './record-sections.ts';
import { sectionWords } from './section-words.ts';

/** What one team said in one call: a section, or several. */
export type Report = readonly RecordSectionRow[];

/** A report, and the team's report that it is held against; null without one. */
export interface ReportPair {
  readonly report: Report;
  readonly before: Report | null;
}

/** What changed in each report against the other, in their order; null where there is nothing to hold it against. */
export async function sectionChanges(
  series: Series,
  pairs: readonly ReportPair[],
): Promise<readonly (Changes | null)[]> {
  const rows = [...new Set(pairs.flatMap(({ report, before }) => (before === null ? [] : [...report, ...before])))];
  const words = new Map((await sectionWords(rows)).map((text, at) => [rows[at], text]));
  const calls = await callsById(
    series.slug,
    pairs.flatMap(({ before }) => before?.[0]?.call ?? []),
  );
  const said = (report: Report) => report.map((row) => statements(words.get(row) ?? '', row.title)).join('\n');
  return pairs.map(({ report, before }) => {
    const since = calls.get(before?.[0]?.call ?? '');
    if (before === null || since === undefined) return null;
    const changed = whatChanged(said(before), said(report));
    return changed.length === 0 ? null : { since, counts: changeCounts(changed), statements: changed };
  });
}

/** Without what only says whose it is: its own heading, and who reports. */
function statements(text: string, title: string): string {
  const heading = foldHeading(title);
  return text
    .split('\n')
    .filter((line) => foldHeading(line) !== heading && findReportLine(line) === null)
    .join('\n');
}

/** A team has a few sections in a call at most. */
const MOST_SECTIONS = 8;

/** The last report of a team in which it said something, of calls at those addresses; null without one. */
export async function lastReport(
  series: Series,
  asked: Pick<SectionsOfTeam, 'teamId' | 'from' | 'before'>,
): Promise<Report | null> {
  const rows = await teamSections(series, { ...asked, limit: MOST_SECTIONS, spoken: true });
  return rows.length === 0 ? null : rows.filter(({ call }) => call === rows[0]?.call);
}

/** Calls as lists show them, by their ids. */
export async function callsById(slug: string, ids: readonly string[]): Promise<ReadonlyMap<string, CallSummary>> {
  const calls = await database().call.findMany({ where: { id: { in: [...new Set(ids)] } } });
  return new Map(calls.map((call) => [call.id, callSummary(slug, call)]));
}
