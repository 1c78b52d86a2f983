import type { Problem } from '#lib/slides/deck-model.ts';
import { SHOUTED_WORD, WAITING_WORD } from '#lib/slides/placeholder-words.ts';
import type { SlideText } from './slide-text.ts';

/** What a template left to be filled in, still there. */
export function placeholders({ prose }: SlideText): readonly Problem[] {
  return [...prose.matchAll(WAITING_WORD), ...prose.matchAll(SHOUTED_WORD)].map(({ index, 0: detail }) => ({
    code: 'placeholder',
    range: { from: index, to: index + detail.length },
    detail,
    fix: null,
  }));
}
