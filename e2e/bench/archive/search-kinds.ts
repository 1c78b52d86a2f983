import { PARTNERED, type ZipfWords } from './zipf-words.ts';

/** What people ask a search for, as pages and palette send it. */
export interface SearchKind {
  readonly name: string;
  readonly ask: (word: string, words: ZipfWords) => Readonly<Record<string, string>>;
  /** From which words, by rank of how often they stand. */
  readonly ranks: readonly [number, number];
  /** Not one of the ten: what nobody asks, and what takes longest. */
  readonly worst?: true;
}

const asked = (q: string, rest: Readonly<Record<string, string>> = {}) => ({ q, ...rest });

/** Each query takes another word of the ranks. The last is the worst that there is: every slide with both words has to be looked at. */
export const SEARCH_KINDS: readonly SearchKind[] = [
  { name: 'a common word, best first', ask: (word) => asked(`${word} `), ranks: [14, 60] },
  { name: 'a common word, newest first', ask: (word) => asked(`${word} `, { sort: 'new' }), ranks: [14, 60] },
  { name: 'a word of every tenth record', ask: (word) => asked(`${word} `), ranks: [500, 3_000] },
  { name: 'a rare word', ask: (word) => asked(`${word} `), ranks: [15_000, 29_000] },
  { name: 'two words, one of them common', ask: (word) => asked(`deployment ${word} `), ranks: [100, 2_000] },
  { name: 'the beginning of a word, as one types', ask: (word) => asked(word.slice(0, 4)), ranks: [20, 2_000] },
  { name: 'a phrase', ask: (word, { partner }) => asked(`"${word} ${partner(word) ?? ''}"`), ranks: [14, PARTNERED] },
  { name: 'a common word without another', ask: (word) => asked(`${word} -status`), ranks: [20, 100] },
  {
    name: 'a common word of one team in one series and year',
    ask: (word) => asked(`${word} `, { series: 'harbour-3', team: 'ops', year: '2019' }),
    ranks: [14, 60],
  },
  {
    name: 'a word with a typing error',
    ask: (word) => asked(`${word.slice(0, -2)}x${word.slice(-2)} `),
    ranks: [200, 20_000],
  },
  {
    name: 'a phrase of common words that nobody says',
    worst: true,
    ask: (word) => asked(`"next ${word}"`),
    ranks: [30, 100],
  },
];
