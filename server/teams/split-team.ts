import { Refusal } from '#lib/errors.ts';
import { foldHeading } from '#lib/teams/fold-heading.ts';
import { splitTeamSchema } from '#lib/teams/team-forms.ts';
import type { Visitor } from '#lib/visitor.ts';
import { changeTeams, parsedForm, teamOf } from './change-teams.ts';
import type { MadeTeam } from './create-team.ts';
import { short } from './headings.ts';
import { insertTeam } from './insert-team.ts';

/** Makes a new team of some of a team's spellings; it stands right behind it. The old team's own name stays with it. For hosts. */
export async function splitTeam(visitor: Visitor, slug: string, form: unknown): Promise<MadeTeam> {
  return changeTeams(visitor, slug, async (change) => {
    const { team: teamId, name, spellings } = parsedForm(splitTeamSchema, form);
    const { tx, note } = change;
    const team = await teamOf(change, teamId);
    // The new name may be one of the old spellings that was not chosen: it goes along.
    const wanted = [...new Set([...spellings, name].map((spelling) => foldHeading(spelling)))];
    if (wanted.includes(foldHeading(team.name)))
      throw new Refusal('conflict', `“${short(team.name)}” is the team’s own name: rename the team first.`);
    const chosen = await tx.knownHeading.findMany({ where: { teamId, folded: { in: wanted } } });
    const missing = spellings.find((spelling) => !chosen.some(({ folded }) => folded === foldHeading(spelling)));
    if (missing !== undefined)
      throw new Refusal('conflict', `“${short(missing)}” is no longer a spelling of this team. Reload the page.`);
    await tx.knownHeading.updateMany({ where: { teamId, folded: { in: wanted } }, data: { teamId: null } });
    const aliases = chosen.map(({ spelling }) => spelling).filter((each) => foldHeading(each) !== foldHeading(name));
    const made = await insertTeam(change, { name, blurb: '', aliases, hue: null }, team.position + 1);
    await note('team.split', { team: teamId, name: team.name, made: made.id, madeName: made.name });
    return { id: made.id, slug: made.slug };
  });
}
