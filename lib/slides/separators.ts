import { findShields } from './shields.ts';
import { isBlankLine, skipBlanks, type Lines } from './lines.ts';

/** A line between two slides: `---` to the right, `----` downwards. */
export interface Separator {
  readonly line: number;
  readonly vertical: boolean;
}

/**
 * The separators of a deck: exactly three or four hyphens between two empty lines, as in HedgeDoc 1.x, but also with blanks after
 * them or on the empty lines, and never inside code, a comment or another block of raw HTML.
 */
export function findSeparators(text: string, lines: Lines, afterFrontMatter: boolean): readonly Separator[] {
  const candidates: Separator[] = [];
  for (let line = 0; line < lines.count; line++) {
    const hyphens = hyphensOf(text, lines, line);
    if (hyphens !== 3 && hyphens !== 4) continue;
    if (line === 0 ? !afterFrontMatter : !isBlankLine(text, lines, line - 1)) continue;
    if (isBlankLine(text, lines, line + 1)) candidates.push({ line, vertical: hyphens === 4 });
  }
  if (candidates.length === 0) return candidates;
  const shields = findShields(
    text,
    lines,
    candidates.map(({ line }) => line),
  );
  return candidates.filter(({ line }) => shields[line] !== 1);
}

/** How many hyphens line `index` consists of, trailing blanks aside; 0 when of anything else. */
function hyphensOf(text: string, lines: Lines, index: number): number {
  const start = lines.starts[index] ?? text.length;
  const end = lines.ends[index] ?? text.length;
  let at = start;
  while (at < end && text.charCodeAt(at) === 45) at++;
  return skipBlanks(text, at, end) === end ? at - start : 0;
}
