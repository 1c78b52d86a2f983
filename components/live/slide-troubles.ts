import { picturePlaces } from '#lib/imports/picture-references.ts';
import type { Slide } from '#lib/slides/deck-model.ts';
import { pictureAddress, type PictureRules } from '#lib/stage/picture-address.ts';

/** How many pictures of a slide are not shown: without an address, on no server that is known, or on one that the series keeps out. */
export function missingPictures(slide: Slide | undefined, rules: PictureRules): number {
  if (slide === undefined) return 0;
  const empty = slide.problems.filter(({ code }) => code === 'empty-image').length;
  const backgrounds = [slide.attributes['data-background-image'], slide.attributes['data-background']];
  const named = [
    ...picturePlaces(slide.source).map(({ address }) => address),
    ...backgrounds.filter((each) => each !== undefined && /\.\w+$/.test(each)),
  ];
  const missing = [...new Set(named)].filter((address) => pictureAddress(address ?? '', rules) === null);
  return empty + missing.length;
}
