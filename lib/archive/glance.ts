import type { ArchivedCall, ArchiveTeam, Glance, GlanceCell } from './archive-views.ts';

/** Which teams reported when, of the calls of a year, the newest first. Teams that were not heard of have no row. */
export function glanceOf(year: number, calls: readonly ArchivedCall[], teams: readonly ArchiveTeam[]): Glance {
  const inOrder = calls.toReversed();
  const rows = teams.map((team) => {
    const cells = inOrder.map(({ sections }): GlanceCell => {
      const own = sections.filter((section) => section.team?.id === team.id);
      // Of one with several sections, the one that can be read.
      return own.find(({ address }) => address !== null) ?? own[0] ?? null;
    });
    return { team, cells, reported: cells.filter((cell) => cell?.address != null).length };
  });
  return {
    year,
    calls: inOrder.map(({ record }) => record.call),
    rows: rows.filter(({ cells }) => cells.some((cell) => cell !== null)),
  };
}
