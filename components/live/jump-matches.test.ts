import { describe, expect, it } from 'vitest';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { jumpMatches } from './jump-matches.ts';

const DECK = ['# Welcome', '# Team Ops', '## New status page', '# SIG Docs', '# Events in Köln', 'no heading'];
const model = parseDeck(DECK.join('\n\n---\n\n'));
const titles = (typed: string) => jumpMatches(model, typed).map(({ title }) => title);

describe('going to a slide by typing', () => {
  it('offers the sections first', () => {
    expect(titles('')).toEqual(['Welcome', 'Team Ops', 'New status page', 'SIG Docs', 'Events in Köln']);
  });

  it('takes a number for that slide', () => {
    expect(jumpMatches(model, ' 3 ')).toEqual([{ slide: 2, title: 'New status page' }]);
  });

  it.each(['0', '7', '99999999999999999999'])('finds no slide %s', (typed) => {
    expect(titles(typed)).toEqual([]);
  });

  it('finds a slide without a heading by its number', () => {
    expect(jumpMatches(model, '6')).toEqual([{ slide: 5, title: '' }]);
  });

  it.each([
    ['docs', ['SIG Docs']],
    ['OPS', ['Team Ops']],
    ['koln', ['Events in Köln']],
    ['s', ['SIG Docs', 'New status page', 'Team Ops', 'Events in Köln']],
    ['nowhere', []],
    ['!!', []],
  ])('finds by %j, names that begin with it first: %j', (typed, found) => {
    expect(titles(typed)).toEqual(found);
  });
});
