import { expect, test } from 'vitest';
import type { EditsEntry, HistoryPerson } from './history-views.ts';
import { whoWrote } from './who-wrote.ts';

const person = (name: string): HistoryPerson => ({ id: name, name, hue: 10, guest: false });
const edits = (name: string | null, from: number, words: readonly [number, number]): EditsEntry => ({
  type: 'edits',
  person: name === null ? null : person(name),
  from,
  to: from + 1,
  startedAt: `2026-12-17T14:${from}:00Z`,
  endedAt: `2026-12-17T14:${from + 1}:00Z`,
  sections: [
    { title: 'Team Ops', added: words[0], removed: 0 },
    { title: 'Welcome', added: 0, removed: words[1] },
  ],
});

test('whoever wrote last comes first, with all of theirs since their first row', () => {
  const shares = whoWrote([
    edits('Larry', 30, [9, 212]),
    edits(null, 25, [1, 1]),
    edits('Ada', 20, [40, 0]),
    edits('Larry', 10, [1, 2]),
  ]);
  expect(
    shares.map(({ person: { name }, ...share }) => [name, share.edits, share.added, share.removed, share.since]),
  ).toEqual([
    ['Larry', 2, 10, 214, 10],
    ['Ada', 1, 40, 0, 20],
  ]);
  expect(shares[0]?.sinceAt).toBe('2026-12-17T14:10:00Z');
});
