import { foldHeading } from '#lib/teams/fold-heading.ts';
import { teamChoiceSchema, teamFormSchema } from '#lib/teams/team-forms.ts';
import type { Visitor } from '#lib/visitor.ts';
import { changeTeams, parsedForm, teamOf } from './change-teams.ts';
import { claimHeadings } from './headings.ts';
import { moveTeamAddress } from './team-address.ts';

/**
 * Changes a team's name, blurb, colour and, as a whole, its other spellings; gives its address' last part. A name that it had stays
 * among its spellings, and its old address leads on. For hosts.
 */
export async function changeTeam(visitor: Visitor, slug: string, team: string, form: unknown): Promise<string> {
  return changeTeams(visitor, slug, async (change) => {
    const { team: teamId } = parsedForm(teamChoiceSchema, { team });
    const { name, blurb, aliases, hue } = parsedForm(teamFormSchema, form);
    const { tx, note } = change;
    const before = await teamOf(change, teamId);
    const spellings = [...aliases, ...(foldHeading(before.name) === foldHeading(name) ? [] : [before.name]), name];
    const kept = spellings.map((spelling) => foldHeading(spelling));
    await tx.knownHeading.deleteMany({ where: { teamId, folded: { notIn: kept } } });
    const address = await moveTeamAddress(change, before, name);
    await tx.team.update({
      where: { id: teamId },
      data: { name, blurb, slug: address, ...(hue === null ? {} : { hue }) },
    });
    await claimHeadings(change, { id: teamId, name }, spellings);
    await note('team.change', { team: teamId, name, before: before.name, aliases: aliases.join(', ') });
    return address;
  });
}
