import { Refusal } from '#lib/errors.ts';
import { MOST_TEAMS, type TeamForm } from '#lib/teams/team-forms.ts';
import { hueFor } from '#server/accounts/hue.ts';
import type { Team } from '#prisma/client/client.ts';
import type { TeamsChange } from './change-teams.ts';
import { claimHeadings } from './headings.ts';
import { freeTeamSlug } from './team-address.ts';

/** Makes a team with its headings, last of all or at this place. What was a topic of that name is the team's from now on. */
export async function insertTeam(change: TeamsChange, form: TeamForm, at?: number): Promise<Team> {
  const { tx, seriesId } = change;
  const { name, blurb, aliases } = form;
  const teams = await tx.team.findMany({ where: { seriesId }, select: { hue: true, position: true } });
  if (teams.length >= MOST_TEAMS)
    throw new Refusal('invalid', `A series has at most ${MOST_TEAMS} teams. Merge or remove some first.`);
  const position = at ?? Math.max(-1, ...teams.map((team) => team.position)) + 1;
  if (at !== undefined)
    await tx.team.updateMany({ where: { seriesId, position: { gte: at } }, data: { position: { increment: 1 } } });
  const hue = form.hue ?? freeHue(teams.map((team) => team.hue));
  const slug = await freeTeamSlug(change, name);
  const team = await tx.team.create({ data: { seriesId, slug, name, blurb, hue, position } });
  await claimHeadings(change, team, [...aliases, name]);
  return team;
}

/** A colour that no other team has: the next on a walk around the wheel that keeps neighbours apart. */
export function freeHue(taken: readonly number[]): number {
  const used = new Set(taken);
  for (let ordinal = 0; ordinal <= used.size; ordinal += 1) {
    const hue = hueFor(ordinal);
    if (!used.has(hue)) return hue;
  }
  return hueFor(used.size);
}
