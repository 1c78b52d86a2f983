import type { DeckModel, Heading, Section, SourceRange } from '#lib/slides/deck-model.ts';
import { scanBlocks } from '#lib/slides/slide-blocks.ts';

interface HeadingPlace {
  /** Offsets in the slide's body: the line, and the first letter of the words in it. */
  readonly line: SourceRange;
  readonly letter: number;
}

// A slide that was not edited keeps the list of its headings from one model to the next.
const PLACES = new WeakMap<readonly Heading[], HeadingPlace>();

/** The line of a section's heading, and the offset of its first letter, in the deck's text. The section's start without one. */
export function headingLine(
  model: DeckModel,
  { fromSlide, range }: Section,
): { readonly line: SourceRange; readonly letter: number } {
  const slide = model.slides[fromSlide];
  if (slide === undefined) return { line: { from: range.from, to: range.from }, letter: range.from };
  const known = PLACES.get(slide.headings);
  const place = known ?? findHeading(model.text.slice(slide.body.from, slide.body.to));
  if (known === undefined) PLACES.set(slide.headings, place);
  const { from } = slide.body;
  return { line: { from: from + place.line.from, to: from + place.line.to }, letter: from + place.letter };
}

function findHeading(body: string): HeadingPlace {
  const { headings, lines } = scanBlocks(body);
  for (const { line } of headings) {
    const from = lines.starts[line] ?? 0;
    const to = lines.ends[line] ?? body.length;
    const letter = body.slice(from, to).search(/[^#\s]/);
    if (letter !== -1) return { line: { from, to }, letter: from + letter };
  }
  return { line: { from: 0, to: 0 }, letter: 0 };
}
