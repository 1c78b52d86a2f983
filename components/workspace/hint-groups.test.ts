import { expect, it } from 'vitest';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { hintGroups } from './hint-groups.ts';
import { mergeHints } from './merge-hints.ts';

/** The groups of a text: the sentence and the words of its lines. */
function groups(text: string): readonly (readonly string[])[] {
  return hintGroups(mergeHints(parseDeck(text), [])).map(({ sentence, hints }) => [
    sentence,
    ...hints.map(({ words }) => words),
  ]);
}

it('says it with its words where there is one', () =>
  expect(groups('@todo')).toEqual([['“@todo” still waits to be filled in.', '@todo']]));

it('says it once for several, with the words of each', () =>
  expect(groups('@todo and TBD')).toEqual([['These still wait to be filled in.', '@todo', 'TBD']]));

it('shows the line of the text where a problem has no words of its own', () =>
  expect(groups('a\n\n---\n\n---\n\nb').map(([, words]) => words)).toEqual(['---']));
