// A deck's headings are folded at every key that is pressed, and are mostly those of before.
const FOLDED = new Map<string, string>();
const MOST_KNOWN = 5_000;

/**
 * The form in which spellings of one heading are the same: without case, accents, emoji, punctuation and marks that nobody sees;
 * look-alike letters of other alphabets as the Latin ones; `&`, `+` and "and" as the same word, spelled-out kinds of groups by
 * their short names. Two different names never fold together unless they differ in nothing else.
 */
export function foldHeading(heading: string): string {
  const known = FOLDED.get(heading);
  if (known !== undefined) return known;
  if (FOLDED.size >= MOST_KNOWN) FOLDED.clear();
  const folded = fold(heading);
  FOLDED.set(heading, folded);
  return folded;
}

/** Letters of other alphabets that are taken for Latin ones, where the rest of a word is Latin. */
const LOOK_ALIKES = 'АВЕКМНОРСТХаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο';
const THEIR_LATIN = 'ABEKMHOPCTXaeopcyxijsABEZHIKMNOPTYXo';

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bspecial interest group\b/g, 'sig'],
  [/\bworking group\b/g, 'wg'],
  [/\barbeitsgruppe\b|\barbeitsgemeinschaft\b/g, 'ag'],
  [/\b(?:and|und|et|y)\b/g, '&'],
  // British and American spellings of the same word.
  [/(?<=\p{L}{3})is(?=ation|ing\b|ed\b|e\b)/gu, 'iz'],
];

function fold(heading: string): string {
  let text = heading
    .slice(0, 500)
    .normalize('NFKD')
    .replaceAll(/\p{M}|[\p{Cf}\p{Cc}]/gu, '');
  text = text
    .replaceAll(/[\p{L}\p{N}]+/gu, latin)
    .toLowerCase()
    .replaceAll('ß', 'ss');
  text = text.replaceAll(/[+&]/g, ' & ').replaceAll(/[^\p{L}\p{N}&]+/gu, ' ');
  for (const [pattern, word] of WORDS) text = text.replaceAll(pattern, word);
  return text.replaceAll(/[\s&]+/g, ' ').trim();
}

function latin(word: string): string {
  if (!/[a-z]/i.test(word)) return word;
  return word.replaceAll(/[\u0370-\u04ff]/g, (letter) => THEIR_LATIN[LOOK_ALIKES.indexOf(letter)] ?? letter);
}
