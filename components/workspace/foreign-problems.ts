import { lacksCopy } from '#lib/assets/foreign-pictures.ts';
import { picturePlaces } from '#lib/imports/picture-references.ts';
import type { DeckModel, Problem } from '#lib/slides/deck-model.ts';
import type { PictureRules } from '#lib/stage/picture-address.ts';

/** Pictures that lie on other servers and of which no copy is kept, as problems of the text, each where its address stands. */
export function foreignProblems(
  { text }: Pick<DeckModel, 'text'>,
  { assets, foreignPictures }: PictureRules,
): readonly Problem[] {
  const code = foreignPictures ? 'foreign-picture' : 'hidden-picture';
  return picturePlaces(text)
    .filter(({ address }) => lacksCopy(address, assets))
    .map(({ address, from, to }) => ({ code, range: { from, to }, detail: address, fix: null }));
}
