import { moveTeamSchema } from '#lib/teams/team-forms.ts';
import type { Visitor } from '#lib/visitor.ts';
import { changeTeams, parsedForm, teamOf } from './change-teams.ts';

/** Moves a team up or down, or to a place among the teams, counted from 0. For hosts. */
export async function moveTeam(visitor: Visitor, slug: string, form: unknown): Promise<void> {
  await changeTeams(visitor, slug, async (change) => {
    const { team, to } = parsedForm(moveTeamSchema, form);
    const { tx, seriesId, note } = change;
    const { name } = await teamOf(change, team);
    const before = await tx.team.findMany({
      where: { seriesId },
      select: { id: true, position: true },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    });
    const from = before.findIndex(({ id }) => id === team);
    const place = Math.min(Math.max(placeOf(from, to), 0), before.length - 1);
    const moved = before.filter(({ id }) => id !== team).toSpliced(place, 0, ...before.slice(from, from + 1));
    for (const [position, each] of moved.entries())
      if (each.position !== position) await tx.team.update({ where: { id: each.id }, data: { position } });
    await note('team.move', { team, name, from, to: place });
  });
}

function placeOf(from: number, to: 'up' | 'down' | number): number {
  if (to === 'up') return from - 1;
  return to === 'down' ? from + 1 : to;
}
