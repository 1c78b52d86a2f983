import type { Problem } from '#lib/slides/deck-model.ts';
import type { SlideText } from './slide-text.ts';

const SIZE = /<font\b[^<>]*?\s(size\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+)))[^<>]*>/gi;

/** `<font size=12px>`: the old attribute knows the steps 1 to 7, and browsers take 12px for the largest of them. */
export function fontSizes({ visible }: SlideText): readonly Problem[] {
  const problems: Problem[] = [];
  for (const found of visible.matchAll(SIZE)) {
    const [whole, attribute = '', double, single, bare] = found;
    const size = (double ?? single ?? bare ?? '').trim();
    if (/^[+-]?[1-7]$/.test(size)) continue;
    const from = found.index + whole.indexOf(attribute);
    const range = { from, to: from + attribute.length };
    problems.push({ code: 'font-size', range, detail: attribute, fix: fixOf(range, size, whole) });
  }
  return problems;
}

function fixOf(range: Problem['range'], size: string, tag: string): Problem['fix'] {
  const length = /^\d{1,3}(?:\.\d+)?(px|em|rem|pt|%)?$/.exec(size);
  // A second style attribute would be dropped by browsers.
  if (length === null || /\sstyle\s*=/i.test(tag)) return null;
  return { ...range, insert: `style="font-size: ${length[0]}${length[1] === undefined ? 'px' : ''}"` };
}
