import type { DeckModel } from './deck-model.ts';

/** Running number of the slide that the offset is in: the first one for the front matter, the last one past the end. */
export function slideAt(model: Pick<DeckModel, 'slides'>, offset: number): number {
  let low = 0;
  let high = model.slides.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((model.slides[middle]?.range.from ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
