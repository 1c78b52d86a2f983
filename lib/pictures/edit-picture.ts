import type { DeckModel, TextEdit } from '#lib/slides/deck-model.ts';
import { altWays } from './alt-ways.ts';
import { firstHeld, outcomeNow } from './held-edit.ts';
import type { SeenPicture } from './slide-sight.ts';
import type { PictureSize, TextPicture } from './written-picture.ts';

/** The sizes that have a name, for a stage that is 960 wide: a quarter, a half, and all that fits. */
export const NAMED_SIZES = {
  small: { width: '240', height: '' },
  half: { width: '480', height: '' },
  full: { width: '912', height: '' },
} as const satisfies Readonly<Record<string, PictureSize>>;

/** The size that a picture has of its own: nothing is written. */
export const OWN_SIZE: PictureSize = { width: '', height: '' };

const LENGTH = /^(?:[0-9][0-9%]*)?$/;

/**
 * Writes what is wanted of a picture in the text, by the smallest changes: its description, its size. No changes when it is so already;
 * null when the text around it does not allow it, or a size is none.
 */
export function editPicture(
  model: DeckModel,
  picture: TextPicture,
  { alt = picture.alt, size = picture.size }: { readonly alt?: string; readonly size?: PictureSize },
): readonly TextEdit[] | null {
  if (!LENGTH.test(size.width) || !LENGTH.test(size.height)) return null;
  const meant = alt.replaceAll(/\s+/g, ' ').trim();
  const sizes = sameSize(size, picture.size) ? [] : sizeEdits(picture, size);
  const ways = meant === picture.alt ? [sizes] : altWays(picture, meant).map((edit) => [edit, ...sizes]);
  const outcome = outcomeNow(model, picture.slide);
  const pictures = outcome.pictures.map((seen, index) =>
    index === picture.index ? { ...seen, alt: meant, ...size } : seen,
  );
  return firstHeld(model, ways, { ...outcome, pictures });
}

/** What a picture of the text is when it is shown. */
export function seenOf({ address, alt, size }: Pick<TextPicture, 'address' | 'alt' | 'size'>): SeenPicture {
  return { address, alt, ...size };
}

/** Whether two sizes say the same. */
export function sameSize(one: PictureSize, other: PictureSize): boolean {
  return one.width === other.width && one.height === other.height;
}

/** A size as it stands behind an address, with its blank; empty for none. */
export function sizeText({ width, height }: PictureSize): string {
  return width === '' && height === '' ? '' : ` =${width}x${height}`;
}

function sizeEdits({ parts }: TextPicture, size: PictureSize): readonly TextEdit[] {
  if (parts.kind === 'markdown') return [{ ...parts.size, insert: sizeText(size) }];
  return (['width', 'height'] as const).flatMap((name) => {
    const attribute = parts.attributes.get(name);
    const insert = size[name] === '' ? '' : ` ${name}="${size[name]}"`;
    if (attribute !== undefined) return [{ ...attribute.whole, insert }];
    return insert === '' ? [] : [{ from: parts.end, to: parts.end, insert }];
  });
}
