import type { Problem } from '#lib/slides/deck-model.ts';
import type { SlideText } from './slide-text.ts';

/** The line of a `.slide:` comment that counts. */
const COMMENT = /<!--[^>]{0,20}?\.slide:([^\r\n]*?)(?=-->|[\r\n]|$)/g;
const PAIR = /([\w-]+)=("[^"]*"|'[^']*'|[^\s"'>]*)/g;
const LINK = /^\[[^\]]*\]\(([^()]*)\)$/;
const NOWHERE = /^(?:https?:\/\/)?$/i;

/** `data-background=""`, `data-background="[](https://)"`, `data-background=red`: values that set nothing. */
export function slideAttributeProblems({ markup }: SlideText): readonly Problem[] {
  const problems: Problem[] = [];
  for (const comment of markup.matchAll(COMMENT)) {
    const pairs = comment[1] ?? '';
    const start = comment.index + comment[0].length - pairs.length;
    for (const pair of pairs.matchAll(PAIR)) {
      const insert = mended(pair[1] ?? '', pair[2] ?? '');
      if (insert === null) continue;
      const range = { from: start + pair.index, to: start + pair.index + pair[0].length };
      problems.push({ code: 'slide-attribute', range, detail: pair[0].slice(0, 200), fix: { ...range, insert } });
    }
  }
  return problems;
}

/** The pair as it should be written, empty when it should go, or null when it is fine. */
function mended(name: string, written: string): string | null {
  const quoted = /^["']/.test(written);
  const value = quoted ? written.slice(1, -1).trim() : written;
  const address = LINK.exec(value)?.[1] ?? value;
  if (NOWHERE.test(address)) return '';
  if (address !== value || !quoted) return `${name}="${address}"`;
  return null;
}
