import { NAMED_SIZES, OWN_SIZE, sameSize } from '#lib/pictures/edit-picture.ts';
import type { PictureWish } from '#lib/pictures/write-wish.ts';
import type { PictureSize, WrittenPicture } from '#lib/pictures/written-picture.ts';

export type SizeName = 'own' | keyof typeof NAMED_SIZES | 'exact';

/** What stands in the fields of a picture's menu. */
export interface PictureDraft {
  readonly place: WrittenPicture['place'];
  readonly alt: string;
  readonly size: SizeName;
  readonly width: string;
  readonly height: string;
  readonly veiled: boolean;
  /** How much of the picture shows under its veil; null until somebody chooses, then what is readable counts. */
  readonly opacity: number | null;
}

/** The fields for a picture as it is written. */
export function draftOf(picture: WrittenPicture): PictureDraft {
  const inText = picture.place === 'text';
  const size = inText ? picture.size : OWN_SIZE;
  return {
    place: picture.place,
    alt: inText ? picture.alt : '',
    size: nameOf(size),
    ...size,
    // A picture that somebody put behind the text without a veil stays so until they ask for one.
    veiled: inText || (picture.opacity ?? 1) < 1,
    opacity: inText ? null : picture.opacity,
  };
}

/** What the fields mean; null when the size is none. `readable` is how much of the picture may show. */
export function wishOf(draft: PictureDraft, slide: number, readable: number): PictureWish | null {
  const size = draft.place === 'text' ? sizeOf(draft) : OWN_SIZE;
  if (size === null) return null;
  const opacity = draft.veiled ? (draft.opacity ?? readable) : 1;
  return { place: draft.place, alt: draft.alt, size, opacity: opacity < 1 ? opacity : null, slide };
}

function nameOf(size: PictureSize): SizeName {
  if (sameSize(size, OWN_SIZE)) return 'own';
  const names = Object.keys(NAMED_SIZES) as (keyof typeof NAMED_SIZES)[];
  return names.find((name) => sameSize(size, NAMED_SIZES[name])) ?? 'exact';
}

const LENGTH = /^(?:[1-9]\d{0,3}%?)?$/;

function sizeOf({ size, width, height }: PictureDraft): PictureSize | null {
  if (size === 'own') return OWN_SIZE;
  if (size !== 'exact') return NAMED_SIZES[size];
  const exact = { width: width.trim(), height: height.trim() };
  const right = LENGTH.test(exact.width) && LENGTH.test(exact.height) && !sameSize(exact, OWN_SIZE);
  return right ? exact : null;
}
