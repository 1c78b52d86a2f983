import type { Section, Slide } from './deck-model.ts';

/**
 * Groups the slides: a horizontal slide with a heading begins a section, one without belongs to the section before, and so does
 * one that repeats its heading. Slides before the first heading are a section with an empty title, so that every slide is in one.
 */
export function findSections(slides: readonly Slide[]): readonly Section[] {
  const starts: { readonly title: string; readonly fromSlide: number }[] = [];
  for (const slide of slides) {
    const title = slide.v === 0 ? (slide.headings.find(({ text }) => text !== '')?.text ?? '') : '';
    if (starts.length === 0) starts.push({ title, fromSlide: 0 });
    else if (title !== '' && title !== starts.at(-1)?.title) starts.push({ title, fromSlide: slide.index });
  }
  const keys = new Map<string, number>();
  return starts.map(({ title, fromSlide }, index) => {
    const toSlide = starts[index + 1]?.fromSlide ?? slides.length;
    const range = {
      from: slides[fromSlide]?.range.from ?? 0,
      to: slides[toSlide - 1]?.range.to ?? 0,
    };
    return { title, key: uniqueKey(title, keys), fromSlide, toSlide, range };
  });
}

/** The key of a title; the second of its kind gets `-2`. `taken` remembers the last number of each, so that many are no trouble. */
function uniqueKey(title: string, taken: Map<string, number>): string {
  const plain = keyOf(title);
  let number = (taken.get(plain) ?? 0) + 1;
  let key = number === 1 ? plain : `${plain}-${number}`;
  while (number > 1 && taken.has(key)) key = `${plain}-${++number}`;
  taken.set(plain, number);
  taken.set(key, taken.get(key) ?? 1);
  return key;
}

/** Letters and digits of any script, so that a Greek or Japanese heading has a readable address too. */
function keyOf(title: string): string {
  const known = KNOWN_KEYS.get(title);
  if (known !== undefined) return known;
  if (KNOWN_KEYS.size >= MAX_KNOWN) KNOWN_KEYS.clear();
  const key = plainKey(title);
  KNOWN_KEYS.set(title, key);
  return key;
}

// A deck is read at every key that is pressed, and its headings are mostly those of before.
const KNOWN_KEYS = new Map<string, string>();
const MAX_KNOWN = 5_000;

function plainKey(title: string): string {
  const key = title
    .slice(0, 200)
    .normalize('NFKD')
    .replaceAll('ß', 'ss')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '');
  return key === '' ? 'start' : key;
}
