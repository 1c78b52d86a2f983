import { findReportLine, type ReportedBy } from '#lib/sections/report-line.ts';
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
  readonly date: string;
  /** Its slide, and where that stands, from 0 to 1. */
  readonly slide: number;
  readonly place: number;
  /** It begins a column; else it was seen only because it reads like a team's name. */
  readonly column: boolean;
  /** It is the deck's own title. */
  readonly opens: boolean;
  readonly reported: boolean;
  readonly people: readonly ReportedBy[];
}

/** The headings of a deck that begin columns, and those below that read like a team's name. */
export function headingsOf({ date, slides }: LearnableDeck): readonly SeenHeading[] {
  const seen: SeenHeading[] = [];
  const last = Math.max(1, slides.length - 1);
  for (const slide of slides) {
    const spelling = cleaned(slide.headings.find(({ text }) => text !== '')?.text ?? '');
    const column = slide.v === 0;
    if (spelling === '' || (!column && teamNameOf(spelling) === null)) continue;
    const next = slides.findIndex(({ index, v, headings }) => index > slide.index && v === 0 && headings.length > 0);
    const until = column ? (next === -1 ? slides.length : next) : slide.index + 1;
    const lines = slides.slice(slide.index, until).map(({ source }) => findReportLine(source));
    seen.push({
      spelling,
      folded: foldHeading(spelling),
      date,
      slide: slide.index,
      place: slide.index / last,
      column,
      opens: slide.index === 0,
      reported: lines.some((line) => line !== null),
      people: lines.flatMap((line) => line?.people ?? []),
    });
  }
  return seen;
}

/** A name without what dresses it: emoji, a colon behind it, doubled blanks. */
function cleaned(heading: string): string {
  return heading
    .replaceAll(/[\p{Extended_Pictographic}\p{Cf}\p{Cc}]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/\s*[:…]+$/u, '')
    .trim();
}
