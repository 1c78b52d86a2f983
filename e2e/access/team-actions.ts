import { UNSENT } from '#lib/forms/form-state.ts';
import type { ActionRow } from './actions.ts';
import { form } from './call-action.ts';

const HOSTS = '-- ---- --y ---';
const named = (name: string): string => `teams/actions.ts#${name}`;

/** Teams and topics are the hosts', whatever the series says of reading and writing. */
export const teamActions: readonly ActionRow[] = [
  {
    action: named('createTeamAction'),
    does: 'make a team',
    args: ({ slug }) => [slug, UNSENT, form({ name: 'Team Rope', blurb: '', aliases: '', hue: '' })],
    marks: HOSTS,
  },
  {
    action: named('createTeamAction'),
    does: 'make a team of an open series',
    openness: 'open',
    args: ({ slug }) => [slug, UNSENT, form({ name: 'Team Rope', blurb: '', aliases: '', hue: '' })],
    marks: HOSTS,
  },
  {
    action: named('changeTeamAction'),
    does: 'change a team',
    args: ({ slug, teams }) => [
      slug,
      UNSENT,
      form({ team: teams.quay, name: 'Team Pier', blurb: 'New', aliases: 'Pier', hue: '20' }),
    ],
    marks: HOSTS,
  },
  {
    action: named('mergeTeamsAction'),
    does: 'merge two teams',
    args: ({ slug, teams }) => [slug, UNSENT, form({ team: teams.lights, into: teams.quay })],
    marks: HOSTS,
  },
  {
    action: named('splitTeamAction'),
    does: 'split a team',
    args: ({ slug, teams }) => [slug, UNSENT, form({ team: teams.quay, name: 'Team Side', spellings: ['Quayside'] })],
    marks: HOSTS,
  },
  {
    action: named('addTeamMemberAction'),
    does: 'add somebody to a team',
    args: ({ slug, teams, people }) => [
      slug,
      UNSENT,
      form({ team: teams.lights, person: people.reader.personId, name: '' }),
    ],
    marks: HOSTS,
  },
  {
    action: named('removeTeamMemberAction'),
    does: 'take somebody out of a team',
    args: ({ slug, teams, people }) => [slug, teams.quay, people.writer.personId],
    marks: HOSTS,
  },
  {
    action: named('makeTopicAction'),
    does: 'make a topic',
    args: ({ slug }) => [slug, UNSENT, form({ heading: 'Tides' })],
    marks: HOSTS,
  },
  {
    action: named('makeTeamAction'),
    does: 'make a team of a topic',
    args: ({ slug, topic }) => [slug, topic],
    marks: HOSTS,
  },
  {
    action: named('forgetTopicAction'),
    does: 'forget a topic',
    args: ({ slug, topic }) => [slug, topic],
    marks: HOSTS,
  },
  {
    action: named('moveTeamAction'),
    does: 'move a team',
    args: ({ slug, teams }) => [slug, teams.lights, 'up'],
    marks: HOSTS,
  },
  {
    action: named('removeTeamAction'),
    does: 'remove a team',
    args: ({ slug, teams }) => [slug, teams.lights],
    marks: HOSTS,
  },
  {
    action: named('acceptLearnedAction'),
    does: 'accept what decks taught',
    args: ({ slug }) => [
      slug,
      UNSENT,
      form({ 'team.0.take': 'on', 'team.0.name': 'Team Buoys', 'team.0.into': '', 'team.0.spelling': ['Buoys'] }),
    ],
    marks: HOSTS,
  },
];
