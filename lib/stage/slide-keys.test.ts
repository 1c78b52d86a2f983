import { describe, expect, it } from 'vitest';
import { SlideKeys } from './slide-keys.ts';

/** Slides from words such as `A`, whose heading is `A`, or `A!`, which is the same slide with another text. */
function slides(words: string): { hash: string; headings: { level: number; text: string }[] }[] {
  return words.split(' ').map((hash) => ({ hash, headings: [{ level: 1, text: hash.replaceAll('!', '') }] }));
}

describe('the keys of slides', () => {
  it.each([
    ['A B C', 'A B! C', [0, 1, 2]],
    ['A B C', 'A New B C', [0, null, 1, 2]],
    ['A B C', 'A C', [0, 2]],
    ['A B C', 'C A B', [2, 0, 1]],
    ['A B C', 'C! A B!', [2, 0, 1]],
    ['A B C', 'A B1 B2 C', [0, 1, null, 2]],
    ['A A A', 'A A', [0, 1]],
    ['A', 'B', [0]],
  ])('go from %j to %j with their slides', (before, after, expected) => {
    const keys = new SlideKeys();
    const old = keys.assign(slides(before));
    const fresh = keys.assign(slides(after));
    expect(new Set(fresh).size).toBe(fresh.length);
    expect(fresh.map((key) => (old.includes(key) ? old.indexOf(key) : null))).toEqual(expected);
  });
});
