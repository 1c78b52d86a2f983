import { may } from '#lib/access.ts';
import type { TeamsView } from '#lib/views.ts';
import type { Visitor } from '#lib/visitor.ts';
import { database } from '#server/database/client.ts';
import { findSeries } from '#server/series/find-series.ts';
import { seriesReference } from '#server/series/series-reference.ts';
import { ofSeries } from './named-person.ts';
import { PERSON, TEAM_PARTS, teamEntry } from './team-entry.ts';

/** The teams of a series, for who may read its decks or its records; what only hosts need, for hosts. */
export async function teamsPage(visitor: Visitor, slug: string): Promise<TeamsView> {
  // Whoever may read decks may read records.
  const { series, asker } = await findSeries(visitor, slug, 'record.read');
  const manage = may(asker, 'team.manage', series);
  const [teams, topics, people] = await Promise.all([
    database().team.findMany({
      where: { seriesId: series.id },
      include: TEAM_PARTS,
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    }),
    manage
      ? database().knownHeading.findMany({
          where: { seriesId: series.id, teamId: null },
          select: { spelling: true },
          orderBy: [{ createdAt: 'asc' }, { folded: 'asc' }],
        })
      : [],
    manage
      ? database().person.findMany({
          where: { ...ofSeries(series.id), disabledAt: null },
          ...PERSON,
          orderBy: [{ name: 'asc' }, { id: 'asc' }],
        })
      : [],
  ]);
  return {
    series: seriesReference(series, asker),
    teams: teams.map((team) => teamEntry(slug, team)),
    topics: topics.map(({ spelling }) => spelling),
    people,
    may: { manage },
  };
}
