import type { DeckModel, TextEdit } from '#lib/slides/deck-model.ts';
import { editPicture } from './edit-picture.ts';
import { movePicture } from './move-picture.ts';
import type { PictureSize, WrittenPicture } from './written-picture.ts';

/** How somebody wants a picture. */
export interface PictureWish {
  readonly place: WrittenPicture['place'];
  /** What it shows, for a picture in the text. */
  readonly alt: string;
  readonly size: PictureSize;
  /** How much of it is seen behind slides; null all of it. */
  readonly opacity: number | null;
  /** The slide that it goes to. */
  readonly slide: number;
}

/** The smallest changes after which a picture is as it is wanted; null when the text around it does not allow that. */
export function writeWish(model: DeckModel, picture: WrittenPicture, wish: PictureWish): readonly TextEdit[] | null {
  if (picture.place === 'text' && wish.place === 'text') return editPicture(model, picture, wish);
  return movePicture(model, picture, wish);
}
