import type { Problem } from '#lib/slides/deck-model.ts';
import { lineText } from '#lib/slides/lines.ts';
import type { SlideText } from './slide-text.ts';

/** Several lines that begin with `Note:`: none of them divides, so that nothing disappears, and all stay visible. */
export function severalNotes({ body, blocks: { lines, noteLines } }: SlideText): readonly Problem[] {
  if (noteLines.length < 2) return [];
  return noteLines.slice(1).map((line) => {
    const from = lines.starts[line] ?? 0;
    const mark = /^note:[ \t]*/i.exec(lineText(body, lines, line))?.[0] ?? '';
    const range = { from, to: lines.ends[line] ?? from };
    return { code: 'several-notes', range, detail: '', fix: { from, to: from + mark.length, insert: '' } };
  });
}
