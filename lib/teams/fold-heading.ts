import { asLatin, FOREIGN_LETTER, PLAIN_LETTERS } from './look-alikes.ts';

// A deck's headings are folded at every key that is pressed, and are mostly those of before.
const FOLDED = new Map<string, string>();
const MOST_KNOWN = 5_000;
const LONGEST = 500;

/**
 * The form in which spellings of one heading are the same: without case, accents, emoji, punctuation and marks that nobody sees;
 * look-alike letters of other alphabets as the Latin ones; `&`, `+`, `/` and "and" as a mere blank, spelled-out kinds of groups by
 * their short names. Two different names never fold together unless they differ in nothing else. Empty when there is no letter
 * or digit. Linear; only the first 500 characters count.
 */
export function foldHeading(heading: string): string {
  // Nobody writes such a heading twice, and it would only fill the memory.
  if (heading.length > LONGEST) return fold(heading.slice(0, LONGEST));
  const known = FOLDED.get(heading);
  if (known !== undefined) return known;
  if (FOLDED.size >= MOST_KNOWN) FOLDED.clear();
  const folded = fold(heading);
  FOLDED.set(heading, folded);
  return folded;
}

function fold(heading: string): string {
  const text = heading
    .replaceAll(/[™®©℠]/g, '')
    .normalize('NFKD')
    .replaceAll(/[ßæœøłđðþı]/giu, (letter) => PLAIN_LETTERS[letter.toLowerCase()] ?? letter)
    .replaceAll(/[\p{M}\p{Cf}\p{Cc}\u115F\u1160]/gu, (mark) => (/\s/.test(mark) ? ' ' : ''));
  const words = latinised(text)
    .toLowerCase()
    // C, C++ and C# are three names, and .net is no net.
    .replaceAll(/(?<=\b[a-z])(\+\+|#)(?![\p{L}\p{N}])/gu, (mark) => (mark === '#' ? 'sharp' : 'plusplus'))
    .replaceAll(/(?<![\p{L}\p{N}.])\.(?=net\b)/gu, 'dot')
    .replaceAll(/(?<=\p{L})['’ʼ](?=\p{L})/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return shortKinds(withoutJoints(words).map(oneSpelling)).join(' ');
}

/** In a word with Latin letters, and in one of look-alikes alone where the heading is Latin: there nobody wrote it on purpose. */
function latinised(text: string): string {
  if (!FOREIGN_LETTER.test(text)) return text;
  const isLatin = /[a-z]{2}/i.test(text);
  return text.replaceAll(/[\p{L}\p{N}]+/gu, (word) => {
    const latin = asLatin(word);
    return /[a-z]/i.test(word) || (isLatin && !FOREIGN_LETTER.test(latin)) ? latin : word;
  });
}

const JOINTS = new Set(['and', 'und', 'et']);

/** Without the words that only join others. At an end such a word joins nothing, so it is a name. */
function withoutJoints(words: readonly string[]): readonly string[] {
  return words.filter((word, at) => at === 0 || at === words.length - 1 || !JOINTS.has(word));
}

const SPELLINGS = new Map([
  ['centre', 'center'],
  ['colour', 'color'],
  ['behaviour', 'behavior'],
  ['labour', 'labor'],
  ['programme', 'program'],
  ['defence', 'defense'],
]);

/** British and American spellings of the same word. */
function oneSpelling(word: string): string {
  return SPELLINGS.get(word) ?? word.replace(/(?<=\p{L}{3})is(?=ation|ing$|ed$|e$|ers?$|es$)/u, 'iz');
}

/** Kinds of groups that are spelled out, and their short names. */
const KINDS: readonly (readonly [readonly string[], string])[] = [
  [['special', 'interest', 'group'], 'sig'],
  [['working', 'group'], 'wg'],
  [['task', 'force'], 'taskforce'],
  [['arbeitsgruppe'], 'ag'],
  [['arbeitsgemeinschaft'], 'ag'],
  [['arbeitskreis'], 'ak'],
];

function shortKinds(words: readonly string[]): readonly string[] {
  const short: string[] = [];
  for (let at = 0; at < words.length;) {
    const kind = KINDS.find(([spelled]) => spelled.every((word, index) => words[at + index] === word));
    short.push(kind?.[1] ?? words[at] ?? '');
    at += kind?.[0].length ?? 1;
  }
  return short;
}
