import { teamChoiceSchema } from '#lib/teams/team-forms.ts';
import type { Visitor } from '#lib/visitor.ts';
import { changeTeams, parsedForm, teamOf } from './change-teams.ts';

/** Removes a team: its headings are topics from then on, its sections nobody's; what was written stays. For hosts. */
export async function removeTeam(visitor: Visitor, slug: string, form: unknown): Promise<void> {
  await changeTeams(visitor, slug, async (change) => {
    const { team: teamId } = parsedForm(teamChoiceSchema, form);
    const { tx, note } = change;
    const { name, slug: address } = await teamOf(change, teamId);
    // First of all: with the team its headings would go, too.
    await tx.knownHeading.updateMany({ where: { teamId }, data: { teamId: null } });
    await tx.team.delete({ where: { id: teamId } });
    await note('team.remove', { team: teamId, name, address });
  });
}
