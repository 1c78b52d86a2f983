import type { DeckModel } from '#lib/slides/deck-model.ts';
import { slideAt } from '#lib/slides/slide-at.ts';
import { everyPictureOf } from './pictures-of.ts';
import type { WrittenPicture } from './written-picture.ts';

/**
 * The picture of an earlier model in a later one: the one at the place to which the edits between moved it, else the nearest with the
 * same address in the same kind of place. Null when it is gone.
 */
export function findAgain(picture: WrittenPicture, before: DeckModel, now: DeckModel): WrittenPicture | null {
  if (before.text === now.text) return picture;
  const from = movedOffset(picture.range.from, before.text, now.text);
  const here = picture.place === 'deck' ? 0 : slideAt(now, from);
  // Where several have its address, one in another slide is another one.
  const single = before.text.split(picture.address).length === 2;
  const slides = single && picture.place !== 'deck' ? nearestFirst(here, now.slides.length) : [here];
  for (const slide of slides) {
    const alike = everyPictureOf(now, slide).filter(
      ({ place, address }) => place === picture.place && address === picture.address,
    );
    const nearest = alike.toSorted((a, b) => Math.abs(a.range.from - from) - Math.abs(b.range.from - from))[0];
    if (nearest !== undefined) return nearest;
  }
  return null;
}

/** Slides further away than this are not looked through. */
const REACH = 50;

function nearestFirst(slide: number, count: number): readonly number[] {
  return Array.from(
    { length: Math.min(count, REACH) * 2 },
    (_, at) => slide + (at % 2 === 0 ? at / 2 : -(at + 1) / 2),
  ).filter((each) => each >= 0 && each < count);
}

/** Where an offset is after one stretch of a text was replaced; within that stretch its beginning. */
function movedOffset(offset: number, before: string, now: string): number {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start] === now[start]) start++;
  if (offset < start) return offset;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === now[now.length - 1 - end]) end++;
  return offset >= before.length - end ? offset + now.length - before.length : start;
}
