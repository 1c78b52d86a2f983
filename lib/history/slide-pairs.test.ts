import { expect, test } from 'vitest';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { slidePairs } from './slide-pairs.ts';

const pairs = (before: string, after: string) =>
  slidePairs(parseDeck(before), parseDeck(after)).map(({ before: one, after: other }) => [one, other]);

test('only slides that differ are beside each other', () => {
  expect(pairs('# A\n\n---\n\n# B\n\n---\n\n# C\n', '# A\n\n---\n\n# LOL\n\n---\n\n# C\n')).toEqual([[1, 1]]);
  expect(pairs('# A\n', '# A\n')).toEqual([]);
});

test('what went or came has nothing beside it', () => {
  expect(pairs('# A\n\n---\n\n# B\n\n---\n\n# C\n', '# A\n\n---\n\n# C\n')).toEqual([[1, null]]);
  expect(pairs('# A\n', '# A\n\n---\n\n# B\n')).toEqual([[null, 1]]);
});
