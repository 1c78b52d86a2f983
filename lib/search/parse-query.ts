import { searchWords } from './search-words.ts';

/** A part of a query: all of its words stand side by side, in this order. Never without words. */
export interface SearchTerm {
  /** Folded. */
  readonly words: readonly string[];
  /** As it was typed, without signs. */
  readonly typed: string;
  /** In quotation marks: as it stands, not by its stem. */
  readonly quoted: boolean;
  /** Not on the slide. */
  readonly excluded: boolean;
  /** The last word is the beginning of one. */
  readonly prefix: boolean;
}

/** Longest query, in characters: what comes behind is not read. */
export const LONGEST_QUERY = 200;
const MOST_TERMS = 12;
const MOST_WORDS = 8;
/** Shorter beginnings are only looked for where a star says so. */
const SHORTEST_BEGINNING = 3;

const PART = /(-?)"([^"]*)"?|(\S+)/g;

/**
 * Reads what somebody typed: words, "phrases", -exclusion, begin*. The last word counts as a beginning while nothing stands behind it.
 * There is no wrong query: what is no word is left out. At most 12 terms.
 */
export function parseQuery(typed: string): readonly SearchTerm[] {
  const text = typed.slice(0, LONGEST_QUERY).replaceAll(/[“”„‟«»＂]/g, '"');
  const parts = [...text.matchAll(PART)];
  return parts
    .flatMap(({ 0: whole, 1: minus, 2: phrase, 3: word, index }) => {
      const isLast = index + whole.length === text.length;
      return phrase === undefined ? wordTerm(word ?? '', isLast) : phraseTerm(phrase, minus === '-');
    })
    .slice(0, MOST_TERMS);
}

function phraseTerm(phrase: string, excluded: boolean): readonly SearchTerm[] {
  const words = wordsOf(phrase);
  return words.length === 0 ? [] : [{ words, typed: phrase.trim(), quoted: true, excluded, prefix: false }];
}

function wordTerm(written: string, isLast: boolean): readonly SearchTerm[] {
  const excluded = /^[-−–].*[\p{L}\p{N}]/u.test(written);
  const starred = written.endsWith('*');
  const typed = written.replaceAll(/^[-−–"]+|[*"]+$/gu, '');
  const words = wordsOf(typed);
  const last = words.at(-1);
  if (last === undefined) return [];
  const prefix = starred || (isLast && !excluded && last.length >= SHORTEST_BEGINNING);
  return [{ words, typed, quoted: false, excluded, prefix }];
}

function wordsOf(text: string): readonly string[] {
  return searchWords(text)
    .slice(0, MOST_WORDS)
    .map(({ folded }) => folded);
}

/** What Postgres knows of a word. */
export interface WordStems {
  /** One of the words that stand everywhere. */
  readonly stop: boolean;
  /** Its English and German stems, without the word itself. */
  readonly stems: readonly string[];
}

/** A query as Postgres' `tsquery` reads it, and what is marked in what it finds. */
export interface TextQuery {
  readonly text: string;
  /** Lexemes, and beginnings of lexemes. */
  readonly lexemes: readonly string[];
  readonly beginnings: readonly string[];
}

/**
 * Writes terms as a `tsquery`, or gives null where there is nothing to look for: no word, or none that is not excluded. Words that stand
 * everywhere are left out beside others. `stemsOf` knows every word of the terms.
 */
export function textQuery(terms: readonly SearchTerm[], stemsOf: (word: string) => WordStems): TextQuery | null {
  const wanted = terms.filter(({ excluded }) => !excluded);
  const isStop = ({ words, quoted }: SearchTerm) =>
    !quoted && words.length === 1 && words.every((word) => stemsOf(word).stop);
  const telling = wanted.filter((term) => !isStop(term));
  const found = telling.length === 0 ? wanted : telling;
  if (found.length === 0) return null;
  const without = terms.filter(({ excluded }) => excluded);
  const text = [
    ...found.map((term) => termText(term, stemsOf)),
    ...without.map((term) => `!${termText(term, stemsOf)}`),
  ].join(' & ');
  return {
    text,
    lexemes: [
      ...new Set(
        found.flatMap(({ words, quoted }) => words.flatMap((word) => [word, ...(quoted ? [] : stemsOf(word).stems)])),
      ),
    ],
    beginnings: found.flatMap(({ words, prefix }) => (prefix ? words.slice(-1) : [])),
  };
}

function termText({ words, quoted, prefix }: SearchTerm, stemsOf: (word: string) => WordStems): string {
  const each = words.map((word, at) => {
    // A and C are words as they stand, in headings and in text.
    if (quoted) return `${lexeme(word)}:AC`;
    const own = prefix && at === words.length - 1 ? `${lexeme(word)}:*` : lexeme(word);
    return `(${[own, ...stemsOf(word).stems.map(lexeme)].join('|')})`;
  });
  return `(${each.join(' <-> ')})`;
}

/** A lexeme for a `tsquery`. */
export function lexeme(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
