import { may } from '#lib/access.ts';
import type { TeamView } from '#lib/views.ts';
import type { Visitor } from '#lib/visitor.ts';
import { teamHistory } from '#server/archive/team-history.ts';
import { database } from '#server/database/client.ts';
import { findSeries, nothingHere } from '#server/series/find-series.ts';
import { seriesReference } from '#server/series/series-reference.ts';
import { TEAM_PARTS, teamEntry } from './team-entry.ts';
import { isTeamSlug } from './team-address.ts';
import { comingReports } from './coming-reports.ts';

/** A team's own page: who it is, and what it reports and reported, as far as the visitor may read that: of records, those of calls at earlier addresses than `before`. */
export async function teamPage(visitor: Visitor, slug: string, team: string, before?: string): Promise<TeamView> {
  const { series, asker } = await findSeries(visitor, slug, 'record.read');
  if (!isTeamSlug(team)) throw nothingHere();
  const found = await database().team.findUnique({
    where: { seriesId_slug: { seriesId: series.id, slug: team } },
    include: TEAM_PARTS,
  });
  if (found === null) throw nothingHere();
  const [coming, history] = await Promise.all([
    may(asker, 'deck.read', series) ? comingReports(series, found.id) : [],
    teamHistory(series, found.id, before),
  ]);
  return {
    series: seriesReference(series, asker),
    team: teamEntry(slug, found),
    coming,
    history,
    may: { manage: may(asker, 'team.manage', series) },
  };
}
