import { describe, expect, it } from 'vitest';
import { knownHeadings } from '#lib/sections/known-headings.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { textWithSection } from './added-section.ts';

const known = knownHeadings({ headings: ['inner', 'new'].map((folded) => ({ folded, team: folded })) });
const DECK = '# A\n\na\n\n---\n\n# B\n\nb\n\n----\n\n# Inner\n\n---\n\n# C\n\nc';
const FRONT = '---\ntitle: x\n---\n\n';

function added(text: string, before: number) {
  const after = parseDeck(textWithSection(parseDeck(text, undefined, known), 'New', before), undefined, known);
  return { titles: after.sections.map(({ title }) => title).join(' '), after };
}

describe('a section is added', () => {
  it.each([
    [0, 'New A B Inner C'],
    [1, 'A New B Inner C'],
    [2, 'A B New Inner C'],
    [3, 'A B Inner New C'],
    [4, 'A B Inner C New'],
  ])('before number %i, and the others stay', (before, titles) => {
    expect(added(DECK, before).titles).toBe(titles);
    const { titles: fronted, after } = added(FRONT + DECK, before);
    expect(fronted).toBe(titles);
    expect(after.text.startsWith(FRONT)).toBe(true);
    expect(after.slides).toHaveLength(5);
  });

  it('in a stack to that stack', () => {
    expect(added(DECK, 2).after.slides.map(({ h, v }) => `${h}/${v}`)).toEqual(['0/0', '1/0', '1/1', '1/2', '2/0']);
  });

  it.each(['', '\n\n'])('to a deck without a word: %j', (text) => {
    expect(textWithSection(parseDeck(text), 'New', 0)).toBe('# New\n');
  });

  it('to a deck that has nothing but front matter', () => {
    const { titles, after } = added(FRONT, 0);
    expect(titles).toBe('New');
    expect(after.slides).toHaveLength(1);
    expect(after.text.startsWith(FRONT)).toBe(true);
  });
});
