import { Refusal } from '#lib/errors.ts';
import { addMemberSchema, MOST_MEMBERS, removeMemberSchema } from '#lib/teams/team-forms.ts';
import type { Visitor } from '#lib/visitor.ts';
import { changeTeams, parsedForm, teamOf, type TeamsChange } from './change-teams.ts';
import { namedPerson, ofSeries } from './named-person.ts';

/** Adds somebody of the series by id, or by name or `@handle`, who then may be new and need no account. For hosts. */
export async function addTeamMember(visitor: Visitor, slug: string, form: unknown): Promise<void> {
  await changeTeams(visitor, slug, async (change) => {
    const { team, person, name } = parsedForm(addMemberSchema, form);
    const { name: teamName } = await teamOf(change, team);
    const personId =
      person === undefined ? await namedPerson(change.tx, change.seriesId, name) : await personOf(change, person);
    await joinTeam(change, team, personId);
    await change.note('team.join', { team, name: teamName, person: personId });
  });
}

/** Takes somebody out of a team. For hosts. */
export async function removeTeamMember(visitor: Visitor, slug: string, form: unknown): Promise<void> {
  await changeTeams(visitor, slug, async (change) => {
    const { team, person } = parsedForm(removeMemberSchema, form);
    const { name } = await teamOf(change, team);
    const { count } = await change.tx.teamMember.deleteMany({ where: { teamId: team, personId: person } });
    if (count > 0) await change.note('team.leave', { team, name, person });
  });
}

/** Makes somebody a member, who may be one already. */
export async function joinTeam({ tx }: TeamsChange, teamId: string, personId: string): Promise<void> {
  await tx.teamMember.createMany({ data: [{ teamId, personId }], skipDuplicates: true });
  if ((await tx.teamMember.count({ where: { teamId } })) > MOST_MEMBERS)
    throw new Refusal('invalid', `A team has at most ${MOST_MEMBERS} members.`);
}

async function personOf({ tx, seriesId }: TeamsChange, personId: string): Promise<string> {
  const person = await tx.person.findFirst({ where: { id: personId, ...ofSeries(seriesId) }, select: { id: true } });
  if (person !== null) return person.id;
  throw new Refusal('invalid', 'This person is not known in the series: choose another, or write their name.');
}
