import { describe, expect, it } from 'vitest';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { learnTeams, namesOf, type Learned } from './learn-teams.ts';

/** Decks of columns, a week after each other; `heading | who` adds a report line. */
function learn(decks: readonly (readonly string[])[]): Learned {
  return learnTeams(
    decks.map((columns, week) => ({
      date: `2026-01-${String(week * 7 + 1).padStart(2, '0')}`,
      slides: parseDeck(
        columns
          .map((column) => {
            const [heading, who] = column.split(' | ');
            return `# ${heading}\n${who === undefined ? '' : `\nReport by ${who}\n`}\n- words\n`;
          })
          .join('\n---\n\n'),
      ).slides,
    })),
  );
}

const teams = (learned: Learned): readonly string[] => learned.teams.map(({ name }) => name);
const spellings = ({ teams: all }: Learned, name: string): readonly string[] =>
  all
    .find((team) => team.name === name)
    ?.spellings.map(({ spelling }) => spelling)
    .toSorted() ?? [];

describe('teams are learned from the decks of', () => {
  it('a project with special interest groups', () => {
    const learned = learn([
      ['Call', 'SIG Network | @ada', 'SIG Node | @bo', 'SIG Docs', 'WG Batch', 'Questions'],
      ['Call', 'SIG Network | @ada', 'SIG Node | @cy', 'SIG Documentation', 'WG Batch', 'Questions?'],
      ['Call', 'Special Interest Group Network', 'SIG Node', 'SIG Docs', 'WG Batch', 'Thanks'],
    ]);
    expect(teams(learned)).toEqual(['SIG Network', 'SIG Node', 'SIG Docs', 'WG Batch']);
    expect(spellings(learned, 'SIG Docs')).toEqual(['SIG Docs', 'SIG Documentation']);
    expect(learned.teams[0]?.reporters).toEqual([{ handle: 'ada', name: null, decks: 2, last: '2026-01-08' }]);
    expect(learned.teams.every(({ certain }) => certain)).toBe(true);
  });

  it('a German association', () => {
    const learned = learn([
      ['Treffen', 'Begrüßung', 'AG Technik', 'AG Presse', 'Gruppe 1', 'Gruppe 2', 'Termine'],
      ['Treffen', 'Begrüßung', 'Arbeitsgruppe Technik', 'AG Presse:', 'Gruppe 1', 'Gruppe 2', 'Verschiedenes'],
    ]);
    expect(teams(learned)).toEqual(['Arbeitsgruppe Technik', 'AG Presse', 'Gruppe 1', 'Gruppe 2']);
  });

  it('one whose teams do not call themselves teams', () => {
    const learned = learn([
      ['Call', 'Welcome | @host', 'Infrastructure | @ada', 'Outreach | @bo', 'Demo | @cy'],
      ['Call', 'Welcome | @host', 'Infrastructure | @ada', 'Outreach | @bo', 'Rust 101 | @dan'],
      ['Call', 'Welcome | @host', 'Infrastructure | @ada', 'Outreach', 'Thanks'],
    ]);
    expect(teams(learned)).toEqual(['Infrastructure', 'Outreach']);
    expect(learned.doubtful.map(({ heading, why }) => `${heading}: ${why}`)).toEqual([
      'Infrastructure: unmarked',
      'Outreach: unmarked',
    ]);
  });

  it('one without teams', () => {
    const learned = learn([
      ['Call', 'Roadmap', 'Team building in May', 'Board election', 'Questions'],
      ['Call', 'Roadmap', 'What our team did', 'Join our team', 'Questions'],
      ['Call', 'Roadmap', 'Updates from the teams', 'Questions'],
    ]);
    expect(teams(learned)).toEqual([]);
    expect(learned.topics.map(({ name }) => name)).toContain('Roadmap');
  });

  it('one that misspells, and abbreviates', () => {
    const learned = learn([
      ['Call', 'Team Standardization/Certification', 'Team Ops', 'Team OpenStack'],
      ['Call', 'Team Standardisation & Certfication', 'Team Ops', 'Team OpenStack'],
      ['Call', 'Team Std/Cert', '🛟 Team Ops', 'Team Openstack'],
      ['Call', 'Team Std/Cert', 'Team Ops'],
    ]);
    expect(learned.teams).toHaveLength(3);
    expect(spellings(learned, 'Team Std/Cert')).toHaveLength(3);
  });

  it('one in which two teams are nearly called alike', () => {
    const learned = learn([
      ['Call', 'Team Security', 'Events', 'Team Security Response', 'Team A', 'Team B'],
      ['Call', 'Team Security', 'Events', 'Team Security Response', 'Team A', 'Team B'],
    ]);
    expect(teams(learned)).toEqual(['Team Security', 'Team Security Response', 'Team A', 'Team B']);
  });

  it('one that was seen once only, which is not sure', () => {
    const learned = learn([['Call', 'Team Ops | @ada', 'Team Lunch', 'Squad Blue']]);
    expect(learned.teams.map(({ name, certain }) => [name, certain])).toEqual([['Team Ops', false]]);
    expect(learned.doubtful.map(({ heading, why }) => [heading, why])).toEqual([['Squad Blue', 'once']]);
  });

  it('none at all', () => {
    expect(learnTeams([])).toEqual({ decks: 0, teams: [], topics: [], doubtful: [] });
  });
});

it('every section is of a team or a topic', () => {
  const learned = learn([
    ['Call', 'Team Ops', 'Once only', 'Team Ops and Team Docs', '# odd ** markup'],
    ['Call', 'Team Ops', ''],
  ]);
  const names = namesOf(learned);
  for (const folded of ['call', 'team ops', 'once only']) expect(names.has(folded)).toBe(true);
  expect(learned.doubtful.map(({ why, guess }) => [why, guess])).toEqual([['several', 'Team Ops']]);
});
