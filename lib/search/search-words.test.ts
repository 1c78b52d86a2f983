import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { foldedWords, searchWords } from './search-words.ts';

describe('the words of search', () => {
  it.each([
    ['Größe MÜLLER naïve', 'grosse muller naive'],
    ['ﬁne ﬂow Ｗｉｄｅ ①', 'fine flow wide 1'],
    // Cyrillic letters among Latin ones, and a word of look-alikes alone.
    ['Сinder Теаm СОРЕ', 'cinder team cope'],
    ['Harbour’s don’t l’eau', 'harbours dont leau'],
    ['C++ and C# or c', 'cplusplus and csharp or c'],
    ['OVN/OVS 2024.1 open-source', 'ovn ovs 2024 1 open source'],
    ['soft\u00ADhyphen zero\u200Bwidth', 'softhyphen zerowidth'],
    ['GrÃ¶ÃŸe â€“ fÃ¼r', 'grosse fur'],
    ['東京 call', '東 京 call'],
    ['привет', 'привет'],
    ['🎉 – !', ''],
  ])('%s', (text, folded) => expect(foldedWords(text)).toBe(folded));

  it('say where they stand in the text as it is', () => {
    const text = 'Die GrÃ¶ÃŸe, e\u0301tage ﬁne';
    expect(searchWords(text).map(({ from, to }) => text.slice(from, to))).toEqual([
      'Die',
      'GrÃ¶ÃŸe',
      'e\u0301tage',
      'ﬁne',
    ]);
  });

  it('hold letters and digits alone, stand in order, and are folded once and for all', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        const words = searchWords(text);
        for (const { folded, from, to } of words) {
          expect(folded).toMatch(/^[\p{L}\p{N}]{1,40}$/u);
          expect(from).toBeLessThan(to);
        }
        expect(words.map(({ from }) => from)).toEqual(words.map(({ from }) => from).toSorted((a, b) => a - b));
        const once = words.map(({ folded }) => folded).join(' ');
        expect(foldedWords(once)).toBe(once);
      }),
    );
  });
});
