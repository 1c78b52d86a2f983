import type { Problem, Slide } from './deck-model.ts';
import { isBlankLine, lineText, type Lines } from './lines.ts';
import { slideAt } from './slide-at.ts';

const NEAR_SEPARATOR = /^[ \t]*-{3,5}[ \t]*$/;
const BAD_SIZE = /!\[[^[\]]*\]\([^()\s]*[ \t]+=[ \t]*(?!(?:[0-9][0-9%]*)?x(?:[0-9][0-9%]*)?[ \t]*\))[^()]*\)/;

/** What in the slides will not do what its author meant. One problem of a kind a line. */
export function findProblems(text: string, lines: Lines, slides: readonly Slide[]): readonly Problem[] {
  const problems: Problem[] = [];
  for (let line = 0; line < lines.count; line++) {
    const code = lineProblem(text, lines, line);
    if (code === null) continue;
    const range = { from: lines.starts[line] ?? 0, to: lines.ends[line] ?? 0 };
    const opens = slides[slideAt({ slides }, range.from)]?.range.from === range.from;
    if (code !== 'near-separator' || !opens)
      problems.push({ code, range, detail: lineText(text, lines, line).slice(0, 200).trim() });
  }
  const doubled = slides.filter(({ noteLines }) => noteLines > 1);
  return [...problems, ...doubled.map(({ range }) => ({ code: 'several-notes', range, detail: '' }))];
}

function lineProblem(text: string, lines: Lines, line: number): string | null {
  const content = lineText(text, lines, line);
  if (content.length > 2_000) return null;
  if (NEAR_SEPARATOR.test(content) && nearSeparator(text, lines, line)) return 'near-separator';
  return content.includes('](') && BAD_SIZE.test(content) ? 'image-size' : null;
}

/** Five hyphens are a rule on purpose, and so are those with text on both sides. */
function nearSeparator(text: string, lines: Lines, line: number): boolean {
  if (lineText(text, lines, line).trim().length > 4) return false;
  return isBlankLine(text, lines, line - 1) || isBlankLine(text, lines, line + 1);
}
