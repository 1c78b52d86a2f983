import type { ProblemCode } from '#lib/slides/deck-model.ts';

/** What is wrong and what to do, by the code of the problem; `detail` is the words that it is about. */
const says: Readonly<Record<ProblemCode, (detail: string) => string>> = {
  'css-value': (detail) => `Browsers drop “${detail}”. Colours and sizes stand without quotes, sizes with a unit.`,
  date: (detail) => `${detail} is not the day of this call.`,
  'doubled-separator': () => 'Two separators with nothing between them make an empty slide.',
  'empty-image': () => 'A picture without an address shows nothing.',
  'empty-link': () => 'This link leads nowhere, or has no words to press.',
  'font-size': (detail) => `“${detail}” is not a size: the old font tag knows only the steps 1 to 7.`,
  'foreign-picture': () => 'This picture lies on another server, from where it can vanish. Keep a copy.',
  'front-matter-broken': () =>
    'The block at the top is not understood and shows as text. Check its quotes and indents (blanks, not tabs), and that --- closes it.',
  'front-matter-key': (detail) => `“${detail}” at the top of the deck is not known and does nothing.`,
  'front-matter-type': (detail) => `The value of “${detail}” at the top of the deck is not understood.`,
  'hidden-picture': () =>
    'This picture lies on another server, and this series shows no pictures from there. Keep a copy, and it is shown.',
  'image-size': () => 'This picture’s size is not understood. Write it like =300x200, =300x or =x200.',
  'look-alike': (detail) => `“${detail}” has a letter of another script that only looks right: no search finds it.`,
  'missing-alt': () => 'This picture says nothing to people who cannot see it. Describe it between the brackets.',
  mojibake: (detail) => `“${detail}” was damaged by a wrong encoding.`,
  'near-separator': () =>
    'These hyphens begin no slide. Write --- (or ---- for a slide below) with an empty line above and below.',
  overflow: (detail) => `The slide is ${detail}: what is over the edge cannot be seen.`,
  placeholder: (detail) => `“${detail}” still waits to be filled in.`,
  'several-notes': () => 'Several lines begin with “Note:”, so none of them begins the notes and all stay visible.',
  'slide-attribute': (detail) => `“${detail}” sets nothing. Write the value in quotes, without brackets.`,
  'trailing-separator': () => 'A separator at the end makes an empty last slide.',
};

const KEEP = 'Keep a copy';

/** Short forms: where `insert` would be a sentence of its own. */
const mends: Readonly<Partial<Record<ProblemCode, string>>> = {
  'doubled-separator': 'Remove one',
  'font-size': 'Write it as a style',
  'foreign-picture': KEEP,
  'hidden-picture': KEEP,
  'near-separator': 'Add empty lines',
  'several-notes': 'Keep the first only',
  'trailing-separator': 'Remove it',
};

const LONGEST = 32;

/** What is wrong in the text of a deck, and the ways out. */
export const problems = {
  says,
  /** By how many per cent of the stage. */
  tooLarge: (tall: number, wide: number): string =>
    [tall > 0 ? `${tall} % too tall` : '', wide > 0 ? `${wide} % too wide` : ''].filter(Boolean).join(' and '),
  /** The button that writes `insert` in place of what is wrong. */
  mend: (code: ProblemCode, insert: string): string => mends[code] ?? writes(insert.trim()),
} as const;

function writes(insert: string): string {
  if (insert === '') return 'Remove it';
  return `Write ${insert.length > LONGEST ? `${insert.slice(0, LONGEST - 1)}…` : insert}`;
}
