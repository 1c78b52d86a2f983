import { Refusal } from '#lib/errors.ts';
import { MOST_ALIASES, mergeTeamsSchema } from '#lib/teams/team-forms.ts';
import type { Visitor } from '#lib/visitor.ts';
import { changeTeams, parsedForm, teamOf } from './change-teams.ts';
import { short } from './headings.ts';
import { keepTeamAddress } from './team-address.ts';

/** Merges one team into another: spellings, members, addresses and sections are the other's from then on. For hosts. */
export async function mergeTeams(visitor: Visitor, slug: string, form: unknown): Promise<void> {
  await changeTeams(visitor, slug, async (change) => {
    const choice = parsedForm(mergeTeamsSchema, form);
    const { tx, note } = change;
    const [team, into] = [await teamOf(change, choice.team), await teamOf(change, choice.into)];
    const spellings = await tx.knownHeading.count({ where: { teamId: { in: [team.id, into.id] } } });
    if (spellings > MOST_ALIASES + 1)
      throw new Refusal(
        'invalid',
        `Together they would have ${spellings} spellings, and a team has at most ${MOST_ALIASES + 1}. Take some out first.`,
      );
    const [from, to] = [{ where: { teamId: team.id } }, { data: { teamId: into.id } }];
    await tx.knownHeading.updateMany({ ...from, ...to });
    await tx.teamAddress.updateMany({ ...from, ...to });
    await tx.section.updateMany({ ...from, ...to });
    await tx.recordSection.updateMany({ ...from, ...to });
    const members = await tx.teamMember.findMany(from);
    await tx.teamMember.createMany({
      data: members.map(({ personId, createdAt }) => ({ teamId: into.id, personId, createdAt })),
      skipDuplicates: true,
    });
    if (into.blurb === '') await tx.team.update({ where: { id: into.id }, data: { blurb: team.blurb } });
    await tx.team.delete({ where: { id: team.id } });
    await keepTeamAddress(change, team.slug, into.id);
    await note('team.merge', { team: team.id, name: short(team.name), into: into.id, intoName: short(into.name) });
  });
}
