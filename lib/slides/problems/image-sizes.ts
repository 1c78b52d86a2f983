import type { Problem } from '#lib/slides/deck-model.ts';
import type { SlideText } from './slide-text.ts';

const BAD_SIZE =
  /!\[[^[\]\r\n]*\]\([^()\s]*(?:[ \t]+"[^"\r\n]*")?([ \t]+=[ \t]*(?!(?:[0-9][0-9%]*)?x(?:[0-9][0-9%]*)?[ \t]*\))[^()\r\n]*)\)/g;
const MEANT = /^\s*=\s*(\d+%?)?(?:px)?\s*(?:[xX×*]\s*(\d+%?)?(?:px)?)?\s*$/;

/** `![](a.png =300px)`: anything but `=WxH` makes the whole picture text. */
export function imageSizes({ visible }: SlideText): readonly Problem[] {
  return Array.from(visible.matchAll(BAD_SIZE), (found) => {
    const { index, 0: picture } = found;
    const size = found[1] ?? '';
    const range = { from: index, to: index + picture.length };
    const to = range.to - 1;
    const insert = meant(size);
    const fix = insert === null ? null : { from: to - size.length, to, insert };
    return { code: 'image-size', range, detail: size.trim().slice(0, 200), fix };
  });
}

/** The size as it should be written, with the blank before it, or null when it says none. */
function meant(size: string): string | null {
  const [, width = '', height = ''] = MEANT.exec(size) ?? [];
  return width === '' && height === '' ? null : ` =${width}x${height}`;
}
