import type { DeckModel, Slide, SourceRange } from '#lib/slides/deck-model.ts';
import { foldHeading } from '#lib/teams/fold-heading.ts';

/** A section or a slide of a text. */
export interface Piece {
  /** Folded; empty without a heading. */
  readonly title: string;
  /** With the separator that opens it. */
  readonly range: SourceRange;
  /** Where its own text begins: behind the separator, if it has one. */
  readonly body: number;
}

/** The sections of a text, in order. */
export function sectionPieces({ sections, slides }: DeckModel): readonly Piece[] {
  return sections.map(({ title, range, fromSlide }) => ({
    title: foldHeading(title),
    range,
    body: slides[fromSlide]?.body.from ?? range.from,
  }));
}

/** The slides of a text, in order. */
export function slidePieces({ slides }: DeckModel): readonly Piece[] {
  return slides.map((slide) => ({
    title: foldHeading(firstHeading(slide)),
    range: slide.range,
    body: slide.body.from,
  }));
}

function firstHeading({ headings }: Slide): string {
  return headings.find(({ text }) => text !== '')?.text ?? '';
}

interface Pieces {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** Likelier than this, and they are one piece. */
const LIKELY = 0.4;

/**
 * For each piece of an old text the piece that it is in the text of today, or null when it is gone: the one that is most like it, by
 * heading and by lines, if it is also most like that one. Linear in the texts, but for headings that are repeated.
 */
export function matchPieces(old: Pieces, now: Pieces): readonly (number | null)[] {
  const likeness = likenessOf(old, now);
  const forward = best(likeness, old.pieces.length, (one) => [one.old, one.now]);
  const backward = best(likeness, now.pieces.length, (one) => [one.now, one.old]);
  return forward.map((at, index) => (at !== null && backward[at] === index ? at : null));
}

interface Likeness {
  readonly old: number;
  readonly now: number;
  readonly score: number;
}

function likenessOf(old: Pieces, now: Pieces): readonly Likeness[] {
  const [oldLines, nowLines] = [linesOf(old), linesOf(now)];
  const where = placesOf(nowLines);
  const titled = Map.groupBy(now.pieces.keys(), (index) => now.pieces[index]?.title ?? '');
  return old.pieces.flatMap(({ title }, index) => {
    const own = oldLines[index] ?? [];
    const shared = new Map<number, number>();
    for (const line of own) for (const at of where.get(line) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    const named = title === '' ? [] : (titled.get(title) ?? []);
    const candidates = new Set([...shared.keys(), ...named]);
    return [...candidates].map((at) => ({
      old: index,
      now: at,
      score:
        (shared.get(at) ?? 0) / Math.max(own.length, nowLines[at]?.length ?? 0, 1) +
        (named.includes(at) ? 0.5 : 0) -
        // Of those that are alike the one that stands where it stood.
        Math.abs(at / Math.max(now.pieces.length, 1) - index / Math.max(old.pieces.length, 1)) / 100,
    }));
  });
}

function best(
  all: readonly Likeness[],
  count: number,
  sides: (one: Likeness) => readonly [number, number],
): readonly (number | null)[] {
  const found: (number | null)[] = Array.from({ length: count }, () => null);
  const scores: number[] = Array.from({ length: count }, () => LIKELY);
  for (const one of all) {
    const [from, to] = sides(one);
    if (one.score <= (scores[from] ?? Infinity)) continue;
    found[from] = to;
    scores[from] = one.score;
  }
  return found;
}

/** The lines of each piece that say something, without its separator. */
function linesOf({ text, pieces }: Pieces): readonly (readonly string[])[] {
  return pieces.map(({ body, range }) => [
    ...new Set(
      text
        .slice(body, range.to)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => /[\p{L}\p{N}]/u.test(line)),
    ),
  ]);
}

/** A line that many pieces have tells none of them apart. */
const MOST_PLACES = 8;

function placesOf(lines: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  lines.forEach((own, index) => {
    for (const line of own) {
      const at = places.get(line);
      if (at === undefined) places.set(line, [index]);
      else if (at.length < MOST_PLACES) at.push(index);
    }
  });
  return places;
}
