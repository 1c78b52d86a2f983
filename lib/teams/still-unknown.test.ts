import { describe, expect, it } from 'vitest';
import { foldHeading } from './fold-heading.ts';
import type { Learned, LearnedHeading } from './learn-teams.ts';
import { stillUnknown } from './still-unknown.ts';

/** A heading as decks teach it; the first spelling is the name. */
function heading(...spellings: readonly (readonly [string, number])[]): LearnedHeading {
  return {
    name: spellings[0]?.[0] ?? '',
    spellings: spellings.map(([spelling, decks]) => ({
      spelling,
      folded: foldHeading(spelling),
      decks,
      last: '2024-12-12',
    })),
    decks: 4,
    first: '2024-01-04',
    last: '2024-12-12',
    position: 1,
    reporters: [
      { handle: 'eli', name: null, decks: 3, last: '2024-12-12' },
      { handle: null, name: 'Fay\u200B', decks: 1, last: '2024-12-05' },
    ],
    certain: true,
  };
}

function learned(teams: readonly LearnedHeading[], topics: readonly LearnedHeading[] = []): Learned {
  return { decks: 4, teams, topics, doubtful: [{ heading: 'Roadmap', date: '2024-12-05', why: 'once', guess: null }] };
}

const OPS = { id: 'ops', name: 'Team Ops', members: 0 };
const headings = (all: Readonly<Record<string, string | null>>) =>
  Object.entries(all).map(([spelling, team]) => ({ folded: foldHeading(spelling), team }));

describe('what decks teach', () => {
  it('is all new to a new series, without marks that nobody sees', () => {
    const view = stillUnknown(learned([heading(['Team\u200B Ops', 3], ['SIG Ops', 1])], [heading(['Welcome', 4])]), {
      headings: [],
      teams: [],
    });
    expect(view.teams).toMatchObject([
      {
        name: 'Team Ops',
        into: null,
        spellings: [{ spelling: 'Team Ops' }, { spelling: 'SIG Ops' }],
        reporters: [
          { who: '@eli', decks: 3 },
          { who: 'Fay', decks: 1 },
        ],
      },
    ]);
    expect(view.topics).toMatchObject([{ name: 'Welcome' }]);
    expect(view.doubtful).toHaveLength(1);
  });

  it('is new spellings of a team that is known, and asks no more for members that it has', () => {
    const taught = learned([heading(['Team Ops', 3], ['SIG Ops', 1])]);
    const known = headings({ 'Team Ops': 'ops' });
    const [view] = stillUnknown(taught, { headings: known, teams: [OPS] }).teams;
    expect(view).toMatchObject({ into: { id: 'ops', name: 'Team Ops' }, spellings: [{ spelling: 'SIG Ops' }] });
    expect(view?.reporters).toHaveLength(2);
    const [again] = stillUnknown(taught, { headings: known, teams: [{ ...OPS, members: 1 }] }).teams;
    expect(again?.reporters).toEqual([]);
  });

  it('is not asked again once a host has decided', () => {
    const taught = learned([heading(['Team Ops', 3], ['SIG Ops', 1])], [heading(['Welcome', 4])]);
    const decided = headings({ 'Team Ops': 'ops', 'SIG Ops': null, Welcome: 'ops', Roadmap: null });
    expect(stillUnknown(taught, { headings: decided, teams: [OPS] })).toEqual({
      decks: 4,
      teams: [],
      topics: [],
      doubtful: [],
    });
  });

  it('is more spellings of a topic where a host made a topic of it', () => {
    const taught = learned([heading(['Team Ops', 3], ['SIG Ops', 1])]);
    const view = stillUnknown(taught, { headings: headings({ 'Team Ops': null }), teams: [] });
    expect(view).toMatchObject({ teams: [], topics: [{ spellings: [{ spelling: 'SIG Ops' }] }] });
  });

  it('is never what a series could not know', () => {
    const view = stillUnknown(learned([heading(['x'.repeat(200), 3])], [heading(['***', 1])]), {
      headings: [],
      teams: [],
    });
    expect(view).toMatchObject({ teams: [], topics: [] });
    const long = stillUnknown(learned([heading([`Team ${'y'.repeat(100)}`, 3])]), { headings: [], teams: [] });
    expect(long.teams[0]?.name).toHaveLength(80);
  });
});
