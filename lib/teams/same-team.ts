import type { TeamName } from './team-words.ts';

/** Whether two names may be spellings of one team's: as sure as words alone can tell. */
export function couldBeSame(one: TeamName, other: TeamName): boolean {
  if (one.kind !== other.kind) return false;
  const [shorter, longer] =
    one.words.length <= other.words.length ? [one.words, other.words] : [other.words, one.words];
  if (!sameMarks(shorter, longer)) return false;
  const left = [...longer];
  const found = shorter.filter((word) => takeAlike(word, left));
  if (found.length < shorter.length) return isTypo(shorter.join(''), longer.join(''));
  // All of the shorter name is in the longer one: it says less of the same.
  return true;
}

/** Numbers and single letters are what tells "Group 1" from "Group 2". */
function sameMarks(shorter: readonly string[], longer: readonly string[]): boolean {
  return marksOf(shorter) === marksOf(longer) && shorter.length > 0;
}

function marksOf(words: readonly string[]): string {
  return words.filter((word) => /\d|^.$/u.test(word)).join(' ');
}

/** Takes the word out of the list that this one is another way to write. */
function takeAlike(word: string, left: string[]): boolean {
  const at = left.findIndex((other) => isAlike(word, other, left.length));
  if (at === -1) return false;
  left.splice(at, 1);
  return true;
}

function isAlike(one: string, other: string, words: number): boolean {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  const stem = shorter.length > 3 ? shorter.replace(/s$/, '') : shorter;
  if (one === other || isTypo(one, other)) return true;
  if (stem.length >= 3 && longer.startsWith(stem)) return true;
  // "Std" for "Standardization" only beside another word: alone it could be many things.
  return words > 1 && shorter.length >= 3 && longer.length >= 2 * shorter.length && isSkeleton(shorter, longer);
}

/** The letters of an abbreviation come one after the other in the word, beginning with the same. */
function isSkeleton(abbreviation: string, word: string): boolean {
  let at = 0;
  for (const letter of word) if (letter === abbreviation[at]) at += 1;
  return word.startsWith(abbreviation.slice(0, 1)) && at === abbreviation.length;
}

/** One letter wrong in five, two in twelve: less would be another word. */
function isTypo(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  const most = length >= 12 ? 2 : length >= 6 ? 1 : 0;
  return most > 0 && Math.abs(one.length - other.length) <= most && distance(one, other) <= most;
}

/** Letters to change, add or take so that one word becomes the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    for (let to = 1; to <= other.length; to++) {
      const change = (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1);
      next.push(Math.min(change, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
