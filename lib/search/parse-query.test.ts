import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseQuery, textQuery } from './parse-query.ts';
import type { SearchTerm } from './parse-query.ts';

const plain = (terms: readonly SearchTerm[]) =>
  terms.map(({ words, quoted, excluded, prefix }) =>
    [excluded ? '-' : '', quoted ? `"${words.join(' ')}"` : words.join('+'), prefix ? '*' : ''].join(''),
  );

const stemsOf = (word: string) => ({
  stop: word === 'the',
  stems: word === 'communities' ? ['communiti'] : [],
});

describe('a query', () => {
  it.each([
    ['harbour crane', ['harbour', 'crane*']],
    ['harbour ', ['harbour']],
    ['of', ['of']],
    ['ha* crane ', ['ha*', 'crane']],
    ['“status page” -outage', ['"status page"', '-outage']],
    ['-"at sea" Größe ', ['-"at sea"', 'grosse']],
    ['2024.1 ', ['2024+1']],
    ['"open', ['"open"']],
    ['- * "" ! & | :* \\', []],
  ])('%s', (typed, terms) => expect(plain(parseQuery(typed))).toEqual(terms));

  it('is written for Postgres with stems, phrases as they stand, and without words that stand everywhere', () => {
    expect(textQuery(parseQuery('the communities "at sea" -dock cra'), stemsOf)).toEqual({
      text: "(('communities'|'communiti')) & ('at':AC <-> 'sea':AC) & (('cra':*)) & !(('dock'))",
      lexemes: ['communities', 'communiti', 'at', 'sea', 'cra'],
      beginnings: ['cra'],
    });
    expect(textQuery(parseQuery('the '), stemsOf)?.text).toBe("(('the'))");
    expect(textQuery(parseQuery('-dock '), stemsOf)).toBeNull();
  });

  it('is never wrong, and never longer than it may be', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (typed) => {
        const terms = parseQuery(typed);
        expect(terms.length).toBeLessThanOrEqual(12);
        for (const { words } of terms) {
          expect(words.length).toBeGreaterThan(0);
          expect(words.length).toBeLessThanOrEqual(8);
        }
      }),
    );
  });
});
