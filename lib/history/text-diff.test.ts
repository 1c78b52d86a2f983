import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffText, type DiffLine, type DiffPart } from './text-diff.ts';

const side = (lines: readonly DiffLine[], type: DiffPart['type']): string =>
  lines
    .flatMap(({ parts }) => parts)
    .filter((part) => part.type === 'kept' || part.type === type)
    .map(({ text }) => text)
    .join('');

/** `-` and `+` before what went and came, words in brackets. */
const shown = (before: string, after: string): string =>
  diffText(before, after)
    .map(
      ({ type, parts }) =>
        ({ same: ' ', changed: '~', removed: '-', added: '+' })[type] +
        parts
          .map(
            (part) =>
              ({ kept: '', removed: '[-', added: '[+' })[type === 'changed' ? part.type : 'kept'] +
              part.text.replace('\n', '') +
              (type === 'changed' && part.type !== 'kept' ? ']' : ''),
          )
          .join(''),
    )
    .join('\n');

const line = fc
  .array(fc.constantFrom('Ops', 'IaaS', 'the', 'queue', '🚢', '- ', ' ', '# ', 'é'), { maxLength: 6 })
  .map((words) => words.join(' '));
const deck = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));

describe('what turns one text into another', () => {
  test('kept and removed are the text before, kept and added the one after', () => {
    fc.assert(
      fc.property(
        fc.oneof(deck, fc.string({ unit: 'binary', maxLength: 60 })),
        fc.oneof(deck, fc.string({ unit: 'binary', maxLength: 60 })),
        (before, after) => {
          const lines = diffText(before, after);
          expect(side(lines, 'removed')).toBe(before);
          expect(side(lines, 'added')).toBe(after);
        },
      ),
    );
  });

  test('lines that are alike are one line, with the words that changed in it', () => {
    expect(shown('# Team Ops\n- New status page\n- Bye\n', '# Team Ops\n- New shiny status page\n')).toBe(
      ' # Team Ops\n~- New [+shiny ]status page\n-- Bye',
    );
  });

  test('lines without a word in common are two', () => {
    expect(shown('History in weeks\n', 'LOL\n')).toBe('-History in weeks\n+LOL');
  });

  test('no part holds half a surrogate pair', () => {
    const parts = diffText('all is 🚢 well here\n', 'all is 🚣 well here\n').flatMap((each) => each.parts);
    for (const { text } of parts) expect(text.isWellFormed()).toBe(true);
  });

  // Not a measure of speed: each would take minutes without a bound.
  test.each([
    ['unrelated', (at: number) => `before ${at * 7919} of it`, (at: number) => `after ${at * 104_729} it is`],
    [
      'of one sign a line',
      (at: number) => String.fromCodePoint(97 + ((at * at) % 23)),
      (at: number) => String.fromCodePoint(97 + ((at * 7) % 19)),
    ],
    [
      'that go back and forth',
      (at: number) => (at % 2 === 0 ? 'a b' : 'b a'),
      (at: number) => (at % 3 === 0 ? 'a b' : 'b a'),
    ],
  ])('texts %s do not take long', (_name, lineBefore, lineAfter) => {
    const before = textOf(lineBefore);
    const after = textOf(lineAfter);
    const begun = performance.now();
    const lines = diffText(before, after);
    expect(performance.now() - begun).toBeLessThan(1500);
    expect(side(lines, 'removed')).toBe(before);
    expect(side(lines, 'added')).toBe(after);
  });

  test('one line of a hundred thousand signs does not take long', () => {
    const begun = performance.now();
    diffText('ab '.repeat(33_000), 'ba '.repeat(33_000));
    expect(performance.now() - begun).toBeLessThan(1500);
  });
});

function textOf(lineAt: (at: number) => string): string {
  let text = '';
  for (let at = 0; text.length < 100_000; at += 1) text += `${lineAt(at)}\n`;
  return text;
}
