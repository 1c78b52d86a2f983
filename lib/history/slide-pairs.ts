import { diffSequences } from '#lib/deck/sequence-diff.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';

/** A slide that differs between two texts: its running number in either, null where it is not. */
export interface SlidePair {
  readonly before: number | null;
  readonly after: number | null;
}

const MOST_CHANGED_SLIDES = 600;

/** The slides that two decks do not have in common, beside each other, in reading order. */
export function slidePairs(before: DeckModel, after: DeckModel): readonly SlidePair[] {
  const [a, b] = [before.slides.map(({ hash }) => hash), after.slides.map(({ hash }) => hash)];
  const hunks = diffSequences(a, b, MOST_CHANGED_SLIDES) ?? [{ fromA: 0, toA: a.length, fromB: 0, toB: b.length }];
  return hunks.flatMap(({ fromA, toA, fromB, toB }) =>
    Array.from({ length: Math.max(toA - fromA, toB - fromB) }, (_pair, at) => ({
      before: fromA + at < toA ? fromA + at : null,
      after: fromB + at < toB ? fromB + at : null,
    })),
  );
}
