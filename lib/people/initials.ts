/** The first letters of the first and the last word of a name, as people see letters; `?` where there are none. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s_.-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const [first = '?', last = ''] = words.length > 1 ? [words[0], words.at(-1)] : words;
  return [first, last].map(firstLetter).join('');
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' });

function firstLetter(word: string): string {
  for (const { segment } of SEGMENTER.segment(word)) {
    if (/[\p{L}\p{N}?]/u.test(segment)) return segment.toLocaleUpperCase('en');
  }
  return '';
}
