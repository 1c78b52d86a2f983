import type { Problem } from '#lib/slides/deck-model.ts';
import type { SlideText } from './slide-text.ts';

/** Cyrillic and Greek letters that look like Latin ones (after Unicode's confusables), each with its twin. */
const TWINS = new Map<string, string>(
  Array.from('АВЕКМНОРСТУХІЈЅаеорсухіјѕԁһΑΒΕΖΗΙΚΜΝΟΡΤΥΧον', (letter, index) => [
    letter,
    'ABEKMHOPCTYXIJSaeopcyxijsdhABEZHIKMNOPTYXov'[index] ?? letter,
  ]),
);
const ODD = [...TWINS.keys()].join('');
/** A word with at least one Latin letter and one that only looks like it. Longer ones are none, and would cost the stack. */
const WORD = new RegExp(`(?<!\\p{L})(?=\\p{L}{0,63}[A-Za-z])(?=\\p{L}{0,63}[${ODD}])\\p{L}{2,64}(?!\\p{L})`, 'gu');

/** Words in which a letter of another script stands for its Latin twin: no search finds them, and links break. */
export function lookAlikes({ visible }: SlideText): readonly Problem[] {
  if (!ANY_ODD.test(visible)) return [];
  const problems: Problem[] = [];
  for (const { index, 0: word } of visible.matchAll(WORD)) {
    const insert = Array.from(word, (letter) => TWINS.get(letter) ?? letter).join('');
    // A word that stays partly Greek or Cyrillic is one of that language.
    if (!/^[\p{Script=Latin}]+$/u.test(insert)) continue;
    const range = { from: index, to: index + word.length };
    problems.push({ code: 'look-alike', range, detail: word, fix: { ...range, insert } });
  }
  return problems;
}

const ANY_ODD = new RegExp(`[${ODD}]`, 'u');
