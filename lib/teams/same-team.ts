import type { TeamName } from './team-words.ts';
import { isSameWord, isShortFor, isTypo } from './word-likeness.ts';

/**
 * How near two names are, as far as words can tell: `same` but for slips and common short forms; `alike` when one may say less of
 * the same; `renamed` when only the kind of group is another.
 */
export type Likeness = 'same' | 'alike' | 'renamed';

/** Null when they are two teams' names. Numbers and single letters must be the same: they tell "Group 1" from "Group 2". */
export function likenessOf(one: TeamName, other: TeamName): Likeness | null {
  if (marksOf(one.words) !== marksOf(other.words)) return null;
  if (one.kind !== other.kind) return areSame(one.words, other.words) ? 'renamed' : null;
  if (areSame(one.words, other.words)) return 'same';
  return areAlike(one.words, other.words) ? 'alike' : null;
}

function marksOf(words: readonly string[]): string {
  return words.filter((word) => /\d|^.$|^[ivx]+$/u.test(word)).join(' ');
}

/** Whether both lists have the same words, in any order. */
export function areSame(one: readonly string[], other: readonly string[]): boolean {
  const isSame = one.length === other.length && unmatched(one, other, isSameWord).length === 0;
  return isSame || isTypo(one.join(''), other.join(''));
}

function areAlike(one: readonly string[], other: readonly string[]): boolean {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  const beside = longer.length > 1;
  const rest = unmatched(shorter, longer, (word, each) => isSameWord(word, each) || isShortFor(word, each, beside));
  // All of the shorter name is in the longer one: it says less of the same.
  return (shorter.length > 0 && rest.length === 0) || isAcronym(shorter, longer);
}

/** The words that find no partner of their own in the other list. */
function unmatched(
  words: readonly string[],
  others: readonly string[],
  matches: (word: string, other: string) => boolean,
): readonly string[] {
  const left = [...others];
  return words.filter((word) => {
    const exact = left.indexOf(word);
    const at = exact === -1 ? left.findIndex((other) => matches(word, other)) : exact;
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

function isAcronym(shorter: readonly string[], longer: readonly string[]): boolean {
  const [word = ''] = shorter;
  return (
    shorter.length === 1 &&
    longer.length > 1 &&
    word ===
      longer
        .filter((each) => !/^(?:of|for|the)$/.test(each))
        .map((each) => each.slice(0, 1))
        .join('')
  );
}
