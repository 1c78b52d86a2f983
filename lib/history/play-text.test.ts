import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textChanges } from '#lib/deck/edit-text.ts';
import type { PlayStep } from './history-views.ts';
import { frameText, PlayText } from './play-text.ts';

/** A play of these texts, one after the other. */
const playOf = (texts: readonly string[]): { readonly start: string; readonly steps: readonly PlayStep[] } => ({
  start: texts[0] ?? '',
  steps: texts.slice(1).map((text, at) => ({
    seq: at + 1,
    at: '2026-12-17T14:05:00Z',
    person: at % 2,
    changes: textChanges(texts[at] ?? '', text),
  })),
});

test('each step has the text of its moment, forwards and back, in any order', () => {
  const text = fc.array(fc.constantFrom('a', 'bc', '\n', '🚢', ' '), { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 8 }),
      fc.array(fc.nat(9), { maxLength: 12 }),
      (texts, visits) => {
        const play = new PlayText(playOf(texts));
        for (const visit of visits) {
          const at = Math.min(visit, texts.length - 1);
          expect(frameText(play.frame(visit))).toBe(texts[at]);
        }
      },
    ),
  );
});

test('a frame says who wrote what, and shows once what a step took out', () => {
  const play = new PlayText(playOf(['Ops', 'Ops 🚢', 'O']));
  expect(play.frame(1)).toEqual([
    { text: 'Ops', person: null, now: 'kept' },
    { text: ' 🚢', person: 0, now: 'added' },
  ]);
  expect(play.frame(2).map(({ text, now }) => [text, now])).toEqual([
    ['O', 'kept'],
    ['ps', 'removed'],
    [' 🚢', 'removed'],
  ]);
  expect(play.frame(0)).toEqual([{ text: 'Ops', person: null, now: 'kept' }]);
});
