import { describe, expect, it } from 'vitest';
import { knownHeadings } from '#lib/sections/known-headings.ts';
import { placeSections } from '#lib/sections/place-sections.ts';
import type { RunningOrder } from '#lib/sections/running-order.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { missingTeams } from './board-facts.ts';

const TEAMS = ['ops', 'docs', 'quay'];
const ORDER: RunningOrder = {
  teams: TEAMS.map((id) => ({ id, slug: id, name: id, hue: 10, members: [] })),
  headings: TEAMS.map((id) => ({ folded: id, team: id })),
  sections: [],
  title: null,
};

/** The missing teams of a deck with these sections, each with the title of the section before which it would stand. */
function missing(...titles: readonly string[]): readonly string[] {
  const model = parseDeck(titles.map((title) => `# ${title}\n`).join('\n---\n\n'), undefined, knownHeadings(ORDER));
  const placed = placeSections(model, ORDER, []);
  return missingTeams(placed, ORDER).map(({ name, before }) => `${name} < ${placed[before]?.section.title ?? 'end'}`);
}

describe('a team without a section', () => {
  it.each([
    [['Hello', 'ops', 'docs', 'quay', 'Bye'], []],
    [['Hello', 'ops', 'quay', 'Bye'], ['docs < quay']],
    [
      ['Hello', 'docs', 'Bye'],
      ['ops < docs', 'quay < Bye'],
    ],
    [['docs'], ['ops < docs', 'quay < end']],
    [
      ['Hello', 'Bye'],
      ['ops < Bye', 'docs < Bye', 'quay < Bye'],
    ],
    [['Hello'], ['ops < end', 'docs < end', 'quay < end']],
  ])('of the deck %j would stand by the order of the teams', (titles, places) => {
    expect(missing(...titles)).toEqual(places);
  });
});
