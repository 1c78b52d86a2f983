import type { Problem } from '#lib/slides/deck-model.ts';
import type { SlideText } from './slide-text.ts';

const PICTURE = /!\[([^[\]\r\n]*)\]\([^()\s][^()\r\n]*\)/g;
const TAG = /<img\b[^<>]*>/gi;
const ALT = /\salt\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
const ADDRESS = /^(?:https?:\/\/|\.?\/)\S+$/;

/** Pictures that say nothing to those who cannot see them. An address is no description. */
export function missingAlts({ visible }: SlideText): readonly Problem[] {
  const written = Array.from(visible.matchAll(PICTURE), (found) => ({ found, alt: found[1] ?? '' }));
  const tags = Array.from(visible.matchAll(TAG), (found) => ({ found, alt: altOf(found[0]) }));
  return [...written, ...tags]
    .filter(({ alt }) => alt.trim() === '' || ADDRESS.test(alt.trim()))
    .map(({ found }) => {
      const range = { from: found.index, to: found.index + found[0].length };
      return { code: 'missing-alt', range, detail: found[0].slice(0, 200), fix: null };
    });
}

function altOf(tag: string): string {
  const found = ALT.exec(tag);
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
}
