import type { Changes } from '#lib/archive/archive-views.ts';
import { callsOf } from '#server/calls/calls-of.ts';
import type { CallParts } from '#server/calls/find-call.ts';
import { database } from '#server/database/client.ts';

import { recordSections, type RecordSectionRow } from './record-sections.ts';
import { lastReport, sectionChanges, type Report } from './section-changes.ts';

/** A team that reports at all did so in one of so many calls before; of the others the whole archive is asked. */
const CALLS_BEFORE = 12;

/** What changed in each section of a call's newest edition since its team's report before, by the section's key. Of a team with several sections the first says it. */
export async function recordChanges(call: CallParts): Promise<ReadonlyMap<string, Changes>> {
  const [own, before] = await Promise.all([reportsOf(call, { id: call.id }), reportsBefore(call)]);
  const pairs = await Promise.all(
    [...own].map(async ([team, report]) => ({
      report,
      before: before.get(team) ?? (await lastReport(call.series, { teamId: team, before: call.address })),
    })),
  );
  const changes = await sectionChanges(call.series, pairs);
  return new Map(
    pairs.flatMap(({ report }, at) => {
      const [key, changed] = [report[0]?.key, changes[at]];
      return key === undefined || changed == null ? [] : [[key, changed] as const];
    }),
  );
}

/** By team, its last report in the calls just before. */
async function reportsBefore(call: CallParts): Promise<ReadonlyMap<string, Report>> {
  return reportsOf(call, { ...callsOf(call.seriesId), address: { lt: call.address } });
}

/** By team, its report in the latest of these calls in which it said something. */
async function reportsOf(
  { series }: CallParts,
  where: NonNullable<Parameters<ReturnType<typeof database>['call']['findMany']>[0]>['where'],
): Promise<ReadonlyMap<string, Report>> {
  const calls = await database().call.findMany({
    where: { ...where, record: { newestId: { not: null } } },
    select: { record: { select: { id: true } } },
    orderBy: { address: 'desc' },
    take: CALLS_BEFORE,
  });
  const ids = calls.flatMap(({ record }) => (record === null ? [] : [record.id]));
  const sections = await recordSections(series, ids);
  const reports = new Map<string, RecordSectionRow[]>();
  for (const row of ids.flatMap((id) => sections.get(id) ?? [])) {
    if (row.team === null || row.toSlide === row.fromSlide) continue;
    const report = reports.get(row.team);
    if (report === undefined) reports.set(row.team, [row]);
    else if (report[0]?.call === row.call) report.push(row);
  }
  return reports;
}
