import { foldHeading } from '#lib/teams/fold-heading.ts';
import { headingFormSchema } from '#lib/teams/team-forms.ts';
import type { Visitor } from '#lib/visitor.ts';
import { changeTeams, parsedForm } from './change-teams.ts';
import { claimTopics } from './headings.ts';

/** Makes a heading a topic that the series knows. Refuses what is a team's. For hosts. */
export async function makeTopic(visitor: Visitor, slug: string, heading: string): Promise<void> {
  await changeTeams(visitor, slug, async (change) => {
    const said = parsedForm(headingFormSchema, { heading });
    await claimTopics(change, [said.heading]);
    await change.note('topic.create', { heading: said.heading });
  });
}

/** Forgets a topic; its sections stay what they are. For hosts. */
export async function forgetTopic(visitor: Visitor, slug: string, heading: string): Promise<void> {
  await changeTeams(visitor, slug, async ({ tx, seriesId, note }) => {
    const said = parsedForm(headingFormSchema, { heading });
    const folded = foldHeading(said.heading);
    const { count } = await tx.knownHeading.deleteMany({ where: { seriesId, folded, teamId: null } });
    if (count > 0) await note('topic.remove', { heading: said.heading });
  });
}
