import { mojibakeIn } from '#lib/imports/mojibake.ts';
import type { Problem } from '#lib/slides/deck-model.ts';
import type { SlideText } from './slide-text.ts';

/** Doubly encoded characters, `â€“` for `–`. */
export function mojibake({ body }: SlideText): readonly Problem[] {
  return mojibakeIn(body).map(({ from, broken, mended }) => {
    const range = { from, to: from + broken.length };
    return { code: 'mojibake', range, detail: broken, fix: { ...range, insert: mended } };
  });
}
