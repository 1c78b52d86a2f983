import { describe, expect, it } from 'vitest';
import { delaysOfMoves, firstAfterEach, frameTimes } from './live-notes.ts';

describe('what followed a key', () => {
  it('is the first thing seen before the next key', () => {
    expect(firstAfterEach([100, 200, 300], [90, 130, 150, 340])).toEqual({ delays: [30, 40], missed: 1 });
  });

  it('is measured for each follower from the last key before anybody had the move', () => {
    expect(delaysOfMoves([100, 200], [[110, 205], [210], [50]])).toEqual([10, 105, 10]);
  });

  it('leaves nothing where nothing was seen', () => {
    expect(firstAfterEach([1], [])).toEqual({ delays: [], missed: 1 });
    expect(frameTimes([])).toEqual([]);
  });
});

it('frames are as long as the next one is away', () => {
  expect(frameTimes([0, 16, 40])).toEqual([16, 24]);
});
