import { acceptLearnedSchema, type AcceptLearned } from '#lib/teams/team-forms.ts';
import type { Visitor } from '#lib/visitor.ts';
import { changeTeams, parsedForm, teamOf, type TeamsChange } from './change-teams.ts';
import { claimHeadings, claimTopics } from './headings.ts';
import { insertTeam } from './insert-team.ts';
import { namedPerson } from './named-person.ts';
import { joinTeam } from './team-members.ts';

/**
 * Accepts what decks taught, as a host edited it: teams in their order with spellings and usual reporters as members, new spellings
 * of teams that are there, and topics. All of it or nothing. For hosts.
 */
export async function acceptLearned(visitor: Visitor, slug: string, form: unknown): Promise<void> {
  await changeTeams(visitor, slug, async (change) => {
    const { teams, topics } = parsedForm(acceptLearnedSchema, form);
    for (const team of teams) await acceptTeam(change, team);
    for (const { name, spellings } of topics) {
      await claimTopics(change, [...spellings, name]);
      await change.note('topic.create', { heading: name, learned: true });
    }
  });
}

async function acceptTeam(change: TeamsChange, learned: AcceptLearned['teams'][number]): Promise<void> {
  const team =
    learned.into === null ? await newTeam(change, learned) : await moreSpellings(change, learned.into, learned);
  for (const reporter of learned.reporters) {
    const personId = await namedPerson(change.tx, change.seriesId, reporter);
    await joinTeam(change, team.id, personId);
    await change.note('team.join', { team: team.id, name: team.name, person: personId, learned: true });
  }
}

async function newTeam(change: TeamsChange, { name, spellings }: AcceptLearned['teams'][number]) {
  const team = await insertTeam(change, { name, blurb: '', aliases: spellings, hue: null });
  await change.note('team.create', { team: team.id, name, aliases: spellings.join(', '), learned: true });
  return team;
}

async function moreSpellings(change: TeamsChange, into: string, { spellings }: AcceptLearned['teams'][number]) {
  const team = await teamOf(change, into);
  await claimHeadings(change, team, spellings);
  await change.note('team.change', { team: team.id, name: team.name, added: spellings.join(', '), learned: true });
  return team;
}
