/** Letters that decompose into nothing plainer, by their lower case. */
export const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Letters of other alphabets that are taken for Latin ones. */
const LOOK_ALIKES = 'АВЕЅІЈКМНОРСТУХаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧΑαινορυ';
const THEIR_LATIN = 'ABESIJKMHOPCTYXaeopcyxijsABEZHIKMNOPTYXAaivopu';

/** A letter of an alphabet that has look-alikes. */
export const FOREIGN_LETTER = /[\u0370-\u04ff]/;

/** A word with its look-alikes as the Latin letters; what looks like none stays. As long as before. */
export function asLatin(word: string): string {
  return word.replaceAll(/[\u0370-\u04ff]/g, (letter) => THEIR_LATIN[LOOK_ALIKES.indexOf(letter)] ?? letter);
}
