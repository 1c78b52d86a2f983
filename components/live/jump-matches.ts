import type { DeckModel } from '#lib/slides/deck-model.ts';
import { foldHeading } from '#lib/teams/fold-heading.ts';

/** A slide that can be gone to, by its running number, and what it is called. */
export interface JumpMatch {
  readonly slide: number;
  readonly title: string;
}

const MOST = 8;

/** Slides that somebody may mean with a number or the beginning of a name: that slide; else sections, then slides by their headings. */
export function jumpMatches({ slides, sections }: DeckModel, typed: string): readonly JumpMatch[] {
  const text = typed.trim();
  const sectionStarts = sections
    .filter(({ title }) => title !== '')
    .map(({ title, fromSlide }) => ({ slide: fromSlide, title }));
  if (text === '') return sectionStarts.slice(0, MOST);
  if (/^\d+$/.test(text)) return byNumber(slides, Number(text));
  const sought = foldHeading(text);
  const headings = slides.map(({ index, headings: [first] }) => ({ slide: index, title: first?.text ?? '' }));
  const found = [...sectionStarts, ...headings]
    .map((match) => ({ match, rank: rankOf(match.title, sought) }))
    .filter(({ rank }) => rank < NOWHERE)
    // Stable: among equals sections come first, and then the order of the deck.
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ match }) => match);
  return found.filter(({ slide }, at) => found.findIndex((each) => each.slide === slide) === at).slice(0, MOST);
}

function byNumber(slides: DeckModel['slides'], number: number): readonly JumpMatch[] {
  const slide = slides[number - 1];
  return slide === undefined ? [] : [{ slide: slide.index, title: slide.headings[0]?.text ?? '' }];
}

const NOWHERE = 3;

/** Begins with it, has a word that does, or has it anywhere. */
function rankOf(title: string, sought: string): number {
  const folded = foldHeading(title);
  if (sought === '' || !folded.includes(sought)) return NOWHERE;
  if (folded.startsWith(sought)) return 0;
  return folded.includes(` ${sought}`) ? 1 : 2;
}
