import { describe, expect, test } from 'vitest';
import { BlameIndex, blameLines, type TypedRun } from './blame-lines.ts';

const [ADA, BEN] = [0, 1];
/** Ada wrote clocks 0 to 19 under client 7 at 100 s, Ben 0 to 9 under client 8 at 200 s, then Ada's program 10 to 12 of 8. */
const index = new BlameIndex({
  runs: [
    [8, 10, 3, ADA, 300],
    [7, 0, 20, ADA, 100],
    [8, 0, 10, BEN, 200],
  ],
});
const typed = (client: number, clock: number, text: string): TypedRun => ({ client, clock, text });
const people = (...runs: readonly TypedRun[]) => blameLines(runs, index).map(({ person }) => person);

describe('who wrote a line', () => {
  test('is whoever wrote most of it', () => {
    expect(people(typed(7, 0, 'the que'), typed(8, 0, 'ue is'), typed(7, 7, ' back\n'), typed(8, 5, 'soon'))).toEqual([
      ADA,
      BEN,
    ]);
  });

  test('is nobody who only ended or indented it', () => {
    expect(people(typed(8, 0, '        '), typed(7, 0, 'ab\n'), typed(8, 8, '\n'))).toEqual([ADA, BEN, -1]);
  });

  test('goes by ids, not by places: two people within one stretch, and what is newer than the answer', () => {
    expect(people(typed(8, 8, 'a\nb\nc\nd'))).toEqual([BEN, ADA, ADA, null]);
    expect(people(typed(9, 0, 'new\nwords'))).toEqual([null, null]);
  });

  test('says when', () => {
    expect(blameLines([typed(7, 0, 'a\n'), typed(8, 9, 'b')], index)).toEqual([
      { person: ADA, at: 100 },
      { person: BEN, at: 200 },
    ]);
  });
});
