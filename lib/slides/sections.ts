import type { Section, Slide } from './deck-model.ts';
import { NO_HEADINGS, type KnownHeadings } from './known-headings.ts';

/**
 * Groups the slides: a horizontal slide with a heading begins a section, and so does a vertical one with a heading that the series
 * knows. One without a heading belongs to the section before, and so does one that repeats its heading or names its team once more.
 * Slides before the first heading are a section with an empty title, so that every slide is in one.
 */
export function findSections(slides: readonly Slide[], known: KnownHeadings = NO_HEADINGS): readonly Section[] {
  const starts: Start[] = [];
  for (const slide of slides) {
    const start = startOf(slide, known);
    const before = starts.at(-1);
    if (before === undefined) starts.push({ ...start, fromSlide: 0 });
    else if (start.begins && start.title !== before.title && (start.team === null || start.team !== before.team))
      starts.push(start);
  }
  const keys = new Map<string, number>();
  return starts.map(({ title, team, fromSlide }, index) => {
    const toSlide = starts[index + 1]?.fromSlide ?? slides.length;
    const range = {
      from: slides[fromSlide]?.range.from ?? 0,
      to: slides[toSlide - 1]?.range.to ?? 0,
    };
    return { title, key: uniqueKey(title, keys), team, fromSlide, toSlide, range };
  });
}

interface Start {
  readonly title: string;
  readonly team: string | null;
  readonly fromSlide: number;
  /** Whether a section may begin here. */
  readonly begins: boolean;
}

function startOf({ v, headings, index }: Slide, known: KnownHeadings): Start {
  const title = headings.find(({ text }) => text !== '')?.text ?? '';
  if (title === '') return { title, team: null, fromSlide: index, begins: false };
  const team = known.teamOf(title);
  if (v > 0 && team === undefined) return { title: '', team: null, fromSlide: index, begins: false };
  return { title, team: team ?? null, fromSlide: index, begins: true };
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
