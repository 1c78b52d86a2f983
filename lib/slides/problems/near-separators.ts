import type { Problem } from '#lib/slides/deck-model.ts';
import { isBlankLine, lineText } from '#lib/slides/lines.ts';
import type { SlideText } from './slide-text.ts';

const HYPHENS = /^[ \t]*(-{3,4})[ \t]*$/;

/** Three or four hyphens that look like a separator but stand next to text or have blanks before them. */
export function nearSeparators(slide: SlideText): readonly Problem[] {
  const problems: Problem[] = [];
  for (let line = 0; line < slide.blocks.lines.count; line++) {
    const problem = nearSeparatorOn(line, slide);
    if (problem !== null) problems.push(problem);
  }
  return problems;
}

function nearSeparatorOn(line: number, { body, visible, blocks: { lines } }: SlideText): Problem | null {
  const text = lineText(visible, lines, line);
  const hyphens = HYPHENS.exec(text)?.[1];
  if (hyphens === undefined) return null;
  const above = isBlankLine(body, lines, line - 1);
  const below = isBlankLine(body, lines, line + 1);
  // Between two lines of text it underlines or rules, and was meant so.
  if (above === below && (!above || text.startsWith('-'))) return null;
  const from = lines.starts[line] ?? 0;
  const range = { from, to: from + text.length };
  return { code: 'near-separator', range, detail: hyphens, fix: { ...range, insert: apart(hyphens, above, below) } };
}

/** The hyphens with an empty line above and below, of which there may be one already. */
function apart(hyphens: string, above: boolean, below: boolean): string {
  return `${above ? '' : '\n'}${hyphens}${below ? '' : '\n'}`;
}
