import fc from 'fast-check';
import { expect, it } from 'vitest';

import { snippetOf } from './snippet.ts';

const said = (text: string, ...words: readonly string[]) =>
  snippetOf(
    text,
    words
      .map((word) => ({ from: text.indexOf(word), to: text.indexOf(word) + word.length }))
      .toSorted((a, b) => a.from - b.from),
  )
    .map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join('');

it('shows the part with most marks, from the beginning of its line', () => {
  const text = `The crane\n${'nothing here '.repeat(30)}\nA crane lifts the ferry\nand more ${'of it '.repeat(60)}`;
  expect(said(text, 'lifts', 'ferry')).toMatch(/^…A crane \[lifts\] the \[ferry\] · and more of it .*…$/);
  expect(said('Short\nand sweet')).toBe('Short · and sweet');
});

it('is made of the text alone, whatever is marked', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), fc.nat(), fc.nat({ max: 20 }), (text, at, length) => {
      const from = at % (text.length + 1);
      const to = Math.min(text.length, from + length);
      const shown = snippetOf(text, to > from ? [{ from, to }] : [])
        .map((part) => part.text)
        .join('');
      expect(shown.length).toBeLessThanOrEqual(Math.min(text.length * 3, 400) + 2);
    }),
  );
});
