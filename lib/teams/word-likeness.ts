/** Short forms that are the word itself in any community. */
const SHORT_FORMS = new Map(
  `doc=documentation docs=documentation infra=infrastructure comms=communication communications=communication
  dev=development sec=security k8s=kubernetes i18n=internationalization l10n=localization a11y=accessibility
  mgmt=management admin=administration orga=organization org=organization doku=dokumentation technology=tech
  technologies=tech`
    .split(/\s+/)
    .map((pair) => pair.split('=') as [string, string]),
);

/** Whether two folded words are one, spelled or shortened in another way. */
export function isSameWord(one: string, other: string): boolean {
  return spelledOut(one) === spelledOut(other) || isTypo(one, other);
}

function spelledOut(word: string): string {
  return SHORT_FORMS.get(word) ?? word;
}

/** Whether one may be short for the other. `beside` others an abbreviation says enough: alone "Std" could be many things. */
export function isShortFor(one: string, other: string, beside: boolean): boolean {
  const [shorter, longer] = one.length <= other.length ? [one, other] : [other, one];
  const stem = shorter.length > 3 ? shorter.replace(/s$/, '') : shorter;
  if (stem.length >= 3 && longer.startsWith(stem)) return true;
  return beside && shorter.length >= 3 && longer.length >= 2 * shorter.length && isSkeleton(shorter, longer);
}

/** The letters of an abbreviation come one after the other in the word, beginning with the same. */
function isSkeleton(abbreviation: string, word: string): boolean {
  let at = 0;
  for (const letter of word) if (letter === abbreviation[at]) at += 1;
  return word.startsWith(abbreviation.slice(0, 1)) && at === abbreviation.length;
}

/** One slip in six letters, two in twelve: less would be another word, and so would another beginning or another number. */
export function isTypo(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  const most = length >= 12 ? 2 : length >= 6 ? 1 : 0;
  if (most === 0 || Math.abs(one.length - other.length) > most || one[0] !== other[0]) return false;
  return one.replaceAll(/\D/g, '') === other.replaceAll(/\D/g, '') && slips(one, other, most) <= most;
}

/** Letters to change, add, take or swap with the next so that one word becomes the other; `most` + 1 once it is more. */
export function slips(one: string, other: string, most: number): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at++) {
    const row = [at];
    for (let to = 1; to <= other.length; to++) {
      const change = one[at - 1] === other[to - 1] ? 0 : 1;
      const swap = isSwapped(one, other, [at, to]) ? 1 : Infinity;
      row.push(
        Math.min(
          numberAt(last, to - 1) + change,
          numberAt(last, to) + 1,
          numberAt(row, to - 1) + 1,
          numberAt(beforeLast, to - 2) + swap,
        ),
      );
    }
    if (Math.min(...row) > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last.at(-1) ?? 0;
}

function numberAt(row: readonly number[], index: number): number {
  return row[index] ?? 0;
}

/** Whether the letters that end here stand the other way round in the other word. */
function isSwapped(one: string, other: string, [at, to]: readonly [number, number]): boolean {
  return at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1];
}
