import { diffSequences } from '#lib/deck/sequence-diff.ts';
import { matchPieces, slidePieces } from '#lib/history/pieces.ts';
import type { DeckModel, Slide } from '#lib/slides/deck-model.ts';

/** Slides of a section in one text. */
export interface SectionSlides {
  readonly model: DeckModel;
  readonly from: number;
  readonly to: number;
}

const MOST_CHANGED = 600;

/**
 * For each slide of a section after its correction the one before it that it is still, counted within the section, or null for a
 * new one: first those that say the same, in order and then wherever they went, then those that are most alike.
 */
export function sameSlides(before: SectionSlides, after: SectionSlides): readonly (number | null)[] {
  const [old, now] = [slidesOf(before), slidesOf(after)];
  const found: (number | null)[] = now.map(() => null);
  const free = new Set(old.keys());
  const pair = (index: number, was: number): void => {
    found[index] = was;
    free.delete(was);
  };
  for (const [index, was] of inOrder(old, now)) pair(index, was);
  now.forEach(({ hash }, index) => {
    const was = found[index] === null ? [...free].find((each) => old[each]?.hash === hash) : undefined;
    if (was !== undefined) pair(index, was);
  });
  for (const [index, was] of alike({ before, after, old: [...free], now: missing(found) })) pair(index, was);
  // The first slide is where the section's own address leads, however much of it was written anew.
  if (now.length > 0 && found[0] === null && free.has(0)) pair(0, 0);
  return found;
}

function slidesOf({ model, from, to }: SectionSlides): readonly Slide[] {
  return model.slides.slice(from, to);
}

function missing(found: readonly (number | null)[]): readonly number[] {
  return found.flatMap((was, index) => (was === null ? [index] : []));
}

function inOrder(old: readonly Slide[], now: readonly Slide[]): readonly (readonly [number, number])[] {
  const hunks = diffSequences(
    old.map(({ hash }) => hash),
    now.map(({ hash }) => hash),
    MOST_CHANGED,
  );
  const pairs: [number, number][] = [];
  let [a, b] = [0, 0];
  for (const { fromA, toA, fromB, toB } of [...(hunks ?? []), endOf(hunks === null ? 0 : old.length, now.length)]) {
    for (; a < fromA && b < fromB; a += 1, b += 1) pairs.push([b, a]);
    [a, b] = [toA, toB];
  }
  return pairs;
}

function endOf(a: number, b: number) {
  return { fromA: a, toA: a, fromB: b, toB: b };
}

interface Left {
  readonly before: SectionSlides;
  readonly after: SectionSlides;
  /** Counted within the section. */
  readonly old: readonly number[];
  readonly now: readonly number[];
}

function alike({ before, after, old, now }: Left): readonly (readonly [number, number])[] {
  return matchPieces(piecesOf(before, old), piecesOf(after, now)).flatMap((at, index) => {
    const [was, is] = [old[index], now[at ?? -1]];
    return was === undefined || is === undefined ? [] : [[is, was] as const];
  });
}

function piecesOf({ model, from }: SectionSlides, which: readonly number[]) {
  const all = slidePieces(model);
  return { text: model.text, pieces: which.flatMap((index) => all.slice(from + index, from + index + 1)) };
}
