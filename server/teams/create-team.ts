import { Refusal } from '#lib/errors.ts';
import { foldHeading } from '#lib/teams/fold-heading.ts';
import { headingFormSchema, LONGEST_NAME, teamFormSchema, teamNameSchema } from '#lib/teams/team-forms.ts';
import type { Visitor } from '#lib/visitor.ts';
import { changeTeams, parsedForm } from './change-teams.ts';
import { insertTeam } from './insert-team.ts';

/** A team that was made. */
export interface MadeTeam {
  readonly id: string;
  readonly slug: string;
}

/** Makes a team by a form. For hosts. */
export async function createTeam(visitor: Visitor, slug: string, form: unknown): Promise<MadeTeam> {
  return changeTeams(visitor, slug, async (change) => {
    const said = parsedForm(teamFormSchema, form);
    const team = await insertTeam(change, said);
    await change.note('team.create', { team: team.id, name: team.name, aliases: said.aliases.join(', ') });
    return { id: team.id, slug: team.slug };
  });
}

/** Makes a team of a heading that is no team's yet, known as a topic or not. For hosts. */
export async function makeTeamOfTopic(visitor: Visitor, slug: string, heading: string): Promise<MadeTeam> {
  return changeTeams(visitor, slug, async (change) => {
    const { heading: words } = parsedForm(headingFormSchema, { heading });
    const folded = foldHeading(words);
    const known = await change.tx.knownHeading.findUnique({
      where: { seriesId_folded: { seriesId: change.seriesId, folded } },
      include: { team: { select: { name: true } } },
    });
    if (known?.team != null) throw new Refusal('conflict', `This is already the team “${known.team.name}”.`);
    const spelling = known?.spelling ?? words;
    const name = parsedForm(teamNameSchema, spelling.slice(0, LONGEST_NAME));
    const team = await insertTeam(change, { name, blurb: '', aliases: [spelling], hue: null });
    await change.note('team.create', { team: team.id, name, topic: spelling });
    return { id: team.id, slug: team.slug };
  });
}
