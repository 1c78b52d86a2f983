import type { DeckModel } from '#lib/slides/deck-model.ts';
import { slideAt } from '#lib/slides/slide-at.ts';
import { everyPictureOf, pictureAt, picturesOf } from './pictures-of.ts';
import type { TextPicture, WrittenPicture } from './written-picture.ts';

/** Which picture somebody wants to do something with. */
export type PictureAsk =
  /** The one that is written there; else those of that slide. */
  | { readonly type: 'offset'; readonly offset: number }
  /** One of a slide by its number there, or whichever there are; `shown` is where it was pressed, when that is another text. */
  | {
      readonly type: 'slide';
      readonly slide: number;
      readonly index: number | null;
      readonly shown: { readonly model: DeckModel; readonly slide: number } | null;
    };

/** The pictures that are meant: one, or several to choose from. */
export function askedPictures(model: DeckModel, ask: PictureAsk): readonly WrittenPicture[] {
  const slide = ask.type === 'offset' ? slideAt(model, ask.offset) : ask.slide;
  const one = ask.type === 'offset' ? pictureAt(model, ask.offset) : pressedPicture(model, ask);
  return one === null ? everyPictureOf(model, slide) : [one];
}

/** What is on the slides may have more pictures than the deck's text; one is known by its address, and which of those it is. */
function pressedPicture(
  model: DeckModel,
  { slide, index, shown }: Extract<PictureAsk, { type: 'slide' }>,
): TextPicture | null {
  const written = picturesOf(model, slide);
  if (index === null || shown === null || shown.model === model)
    return written.find((one) => one.index === index) ?? null;
  const seen = picturesOf(shown.model, shown.slide);
  const address = seen.find((one) => one.index === index)?.address;
  const nth = seen.filter((one) => one.address === address && one.index < index).length;
  return written.filter((one) => one.address === address)[nth] ?? null;
}
