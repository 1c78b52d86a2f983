import { mojibakeIn } from '#lib/imports/mojibake.ts';
import { asLatin, FOREIGN_LETTER, PLAIN_LETTERS } from '#lib/teams/look-alikes.ts';

/** A word of a text: as search knows it, and where it stands (UTF-16 offsets). */
export interface SearchWord {
  readonly folded: string;
  readonly from: number;
  readonly to: number;
}

/** Longer words are no words: what is behind is cut off in text and query alike. */
const LONGEST = 40;
/** Postgres counts places to 16,383; heading and text share them. */
const MOST_WORDS = 8_000;

const WORD =
  /(?<![\p{L}\p{N}])[A-Za-z](?:\+\+|#)(?![\p{L}\p{N}])|[\p{L}\p{N}]+(?:['’ʼ](?=[\p{L}\p{N}])[\p{L}\p{N}]+)*/gu;
/** Scripts that put no blanks between words: each letter counts as one. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const UNSPACED_PARTS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;

/**
 * The words of a text as search knows them, at most 8,000: without case, accents, ligatures, wide letters and marks that nobody sees, with
 * look-alike letters of other alphabets as the Latin ones and doubly encoded characters mended. A query is folded by the same rules, and each
 * word on its own. Folded words hold letters and digits alone, and are never empty.
 */
export function searchWords(text: string): readonly SearchWord[] {
  const { folded, fromOf, toOf } = foldText(text);
  const words: SearchWord[] = [];
  for (const { 0: match, index } of folded.matchAll(WORD)) {
    for (const part of partsOf(match)) {
      if (words.length >= MOST_WORDS) return words;
      const start = index + part.at;
      const last = start + part.text.length - 1;
      words.push({ folded: plainWord(part.text), from: fromOf(start), to: toOf(last) });
    }
  }
  return words;
}

/** The folded words of a text, one blank between two: what the index is made of. */
export function foldedWords(text: string): string {
  return searchWords(text)
    .map(({ folded }) => folded)
    .join(' ');
}

function partsOf(match: string): readonly { readonly text: string; readonly at: number }[] {
  if (!UNSPACED.test(match)) return [{ text: match, at: 0 }];
  return Array.from(match.matchAll(UNSPACED_PARTS), ({ 0: text, index }) => ({ text, at: index })).filter(({ text }) =>
    /[\p{L}\p{N}]/u.test(text),
  );
}

/** C, C++ and C# are three names. */
function plainWord(word: string): string {
  const named = word.endsWith('++')
    ? `${word.charAt(0)}plusplus`
    : word.endsWith('#')
      ? `${word.charAt(0)}sharp`
      : word;
  const joined = named.replaceAll(/['’ʼ]/g, '');
  return cut((FOREIGN_LETTER.test(joined) ? latinised(joined) : joined).toLowerCase());
}

/** Also where all its letters are look-alikes: which alphabet somebody meant cannot be told from a word alone, in a query least of all. */
function latinised(word: string): string {
  // Before their case is folded: some look alike only as capitals.
  const latin = asLatin(word);
  return /[a-z]/i.test(word) || !FOREIGN_LETTER.test(latin) ? latin : word;
}

function cut(word: string): string {
  return word.length <= LONGEST ? word : word.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '');
}

interface FoldedText {
  readonly folded: string;
  /** Where in the text the piece begins, and where it ends, that became the letter at this place. */
  readonly fromOf: (at: number) => number;
  readonly toOf: (at: number) => number;
}

const ASCII = /^[\0-\x7f]*$/;

function foldText(text: string): FoldedText {
  if (ASCII.test(text)) return { folded: text, fromOf: (at) => at, toOf: (at) => at + 1 };
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const add = (piece: string, from: number, to: number): void => {
    for (let at = 0; at < piece.length; at += 1) {
      starts.push(from);
      ends.push(to);
    }
    // What left nothing, such as an accent, belongs to the letter before.
    if (piece === '' && ends.length > 0 && ends.at(-1) === from) ends[ends.length - 1] = to;
    folded += piece;
  };
  const letters = (from: number, to: number): void => {
    let at = from;
    for (const letter of text.slice(from, to)) {
      add(foldLetter(letter), at, at + letter.length);
      at += letter.length;
    }
  };
  let at = 0;
  for (const { from, broken, mended } of mojibakeIn(text)) {
    letters(at, from);
    add(Array.from(mended, foldLetter).join(''), from, from + broken.length);
    at = from + broken.length;
  }
  letters(at, text.length);
  return { folded, fromOf: (place) => starts[place] ?? text.length, toOf: (place) => ends[place] ?? text.length };
}

const FOLDED = new Map<string, string>();
const MOST_KNOWN = 20_000;

function foldLetter(letter: string): string {
  const known = FOLDED.get(letter);
  if (known !== undefined) return known;
  const folded = letter
    .replaceAll(/[™®©℠]/g, ' ')
    .normalize('NFKD')
    .replaceAll(/[ßæœøłđðþı]/giu, (plain) => PLAIN_LETTERS[plain.toLowerCase()] ?? plain)
    .replaceAll(/[\p{M}\p{Cf}\p{Cc}\p{Cs}\u115F\u1160]/gu, (mark) => (/\s/.test(mark) ? ' ' : ''));
  if (FOLDED.size < MOST_KNOWN) FOLDED.set(letter, folded);
  return folded;
}
