import { findReportLine } from '#lib/sections/report-line.ts';
import type { ReportedBy } from '#lib/sections/reported-people.ts';
import type { Slide } from '#lib/slides/deck-model.ts';
import { foldHeading } from './fold-heading.ts';
import { teamNameOf } from './team-words.ts';

/** A deck to learn from. */
export interface LearnableDeck {
  /** Day of its call, `2024-12-12`. */
  readonly date: string;
  readonly slides: readonly Slide[];
}

/** One heading in one deck. */
export interface SeenHeading {
  readonly spelling: string;
  readonly folded: string;
  /** Number of its deck, the oldest is 0. */
  readonly deck: number;
  readonly date: string;
  /** Number of the headed column that it begins, from 0; null below one, where it was seen only because it reads like a team's name. */
  readonly column: number | null;
  /** The column that it is in, folded; its own, when it begins one. */
  readonly under: string | null;
  /** Where it stands in its deck, from 0 to 1. */
  readonly place: number;
  /** It is the deck's own title. */
  readonly opens: boolean;
  readonly reported: boolean;
  readonly people: readonly ReportedBy[];
  /** The columns before and behind it, folded. */
  readonly before: string | null;
  readonly behind: string | null;
}

/** The headings of decks in any order that begin columns, and those below that read like a team's name. */
export function headingsSeen(decks: readonly LearnableDeck[]): readonly SeenHeading[] {
  return decks
    .toSorted((one, other) => one.date.localeCompare(other.date))
    .flatMap((deck, number) => inDeck(deck, number));
}

interface Start {
  readonly spelling: string;
  readonly folded: string;
  /** Index of its slide. */
  readonly at: number;
  readonly column: number | null;
}

function inDeck({ date, slides }: LearnableDeck, deck: number): readonly SeenHeading[] {
  const starts = startsOf(slides);
  const columns = starts.filter(({ column }) => column !== null);
  let under: string | null = null;
  const last = Math.max(1, slides.length - 1);
  return starts.map(({ spelling, folded, at, column }, index) => {
    const lines = slides
      .slice(at, starts[index + 1]?.at ?? slides.length)
      .map(({ source }) => findReportLine(source))
      .filter((line) => line !== null);
    if (column !== null) under = folded;
    return {
      spelling,
      folded,
      deck,
      date,
      column,
      under,
      place: at / last,
      opens: at === 0,
      reported: lines.length > 0,
      people: lines.flatMap(({ people }) => people),
      before: column === null ? null : (columns[column - 1]?.folded ?? null),
      behind: column === null ? null : (columns[column + 1]?.folded ?? null),
    };
  });
}

function startsOf(slides: readonly Slide[]): readonly Start[] {
  const starts: Start[] = [];
  let columns = 0;
  for (const [at, { v, headings }] of slides.entries()) {
    const spelling = cleaned(headings.find(({ text }) => text !== '')?.text ?? '');
    const folded = foldHeading(spelling);
    if (folded === '' || (v > 0 && teamNameOf(spelling) === null)) continue;
    starts.push({ spelling, folded, at, column: v === 0 ? columns : null });
    if (v === 0) columns += 1;
  }
  return starts;
}

/** A name without what dresses it: emoji, a colon behind it, doubled blanks. It folds as the heading does. */
function cleaned(heading: string): string {
  return heading
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\uFE0F\u20E3]/gu, (mark) =>
      /[™®©]/.test(mark) || foldHeading(mark) !== '' ? mark : ' ',
    )
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replace(/^[\s–—-]+(?=\S)/u, '')
    .replace(/[\s:…–—-]+$/u, '')
    .trim();
}
