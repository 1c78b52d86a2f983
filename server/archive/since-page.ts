import type { SinceView } from '#lib/archive/archive-views.ts';
import type { Visitor } from '#lib/visitor.ts';
import { findSeries } from '#server/series/find-series.ts';
import { seriesReference } from '#server/series/series-reference.ts';

import { reportedSection, teamsById } from './record-sections.ts';
import { callsById, lastReport, sectionChanges, type Report } from './section-changes.ts';

/** What each team of a series said newest since a day (that day counts), held against its last report before. For who may read records. */
export async function sincePage(visitor: Visitor, slug: string, date: string): Promise<SinceView> {
  const { series, asker } = await findSeries(visitor, slug, 'record.read');
  const teams = await teamsById(series);
  const found = await Promise.all(
    [...teams.values()].map(async (team) => {
      const [report, before] = await Promise.all([
        lastReport(series, { teamId: team.id, from: date }),
        lastReport(series, { teamId: team.id, before: date }),
      ]);
      return { team, report, before };
    }),
  );
  const calls = await callsById(
    slug,
    found.flatMap(({ report, before }) => [...(report ?? []), ...(before ?? [])].map(({ call }) => call)),
  );
  const changes = await sectionChanges(
    series,
    found.map(({ report, before }) => ({ report: report ?? [], before: report === null ? null : before })),
  );
  const callOf = (report: Report | null) => calls.get(report?.[0]?.call ?? '') ?? null;
  const shown = found.map(({ team, report, before }, at) => {
    const [first, call] = [report?.[0], callOf(report)];
    const latest = first === undefined || call === null ? null : { ...reportedSection(slug, first, teams), call };
    return { team, latest, changes: changes[at] ?? null, before: callOf(before) };
  });
  return {
    series: seriesReference(series, asker),
    date,
    teams: shown.filter(({ latest, before }) => latest !== null || before !== null),
  };
}
