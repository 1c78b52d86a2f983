import { expect, test } from 'vitest';
import { foldDiff } from './fold-diff.ts';
import { diffText } from './text-diff.ts';

const numbered = (count: number): string => Array.from({ length: count }, (_line, at) => `${at}\n`).join('');
const shape = (before: string, after: string) =>
  foldDiff(diffText(before, after)).map(({ folded, lines }) => (folded ? `…${lines.length}` : String(lines.length)));

test('what did not change is folded away but for three lines around each change', () => {
  expect(shape(numbered(30), numbered(30).replace('15\n', 'fifteen\n'))).toEqual(['…12', '8', '…11']);
});

test('a fold that would hide no more than three lines is none', () => {
  expect(shape(numbered(20), numbered(20).replace('3\n', '').replace('13\n', '\n'))).toEqual(['21']);
});

test('no line is lost', () => {
  const runs = foldDiff(diffText(numbered(40), numbered(35)));
  expect(runs.flatMap(({ lines }) => lines)).toEqual(diffText(numbered(40), numbered(35)));
});
