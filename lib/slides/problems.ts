import type { Problem, Slide } from './deck-model.ts';
import { isBlankLine, skipBlanks, type Lines } from './lines.ts';

const HYPHEN = 45;
const BAD_SIZE = /!\[[^[\]\r\n]*\]\([^()\s]*[ \t]+=[ \t]*(?!(?:[0-9][0-9%]*)?x(?:[0-9][0-9%]*)?[ \t]*\))[^()\r\n]*\)/g;

/** What in the slides will not do what its author meant. */
export function findProblems(text: string, lines: Lines, slides: readonly Slide[]): readonly Problem[] {
  return [...nearSeparators(text, lines), ...imageSizes(text, lines), ...severalNotes(slides)];
}

/** Three or four hyphens that look like a separator but stand next to text or have blanks before them. */
function nearSeparators(text: string, lines: Lines): readonly Problem[] {
  const problems: Problem[] = [];
  for (let line = 0; line < lines.count; line++) {
    if (!isThreeOrFour(text, lines, line)) continue;
    const range = { from: lines.starts[line] ?? 0, to: lines.ends[line] ?? 0 };
    if (!isNear(text, lines, line)) continue;
    problems.push({ code: 'near-separator', range, detail: text.slice(range.from, range.to).trim() });
  }
  return problems;
}

/** Between two empty lines it is a separator, or it stands in code or a comment; between two lines of text it is meant otherwise. */
function isNear(text: string, lines: Lines, line: number): boolean {
  const above = isBlankLine(text, lines, line - 1);
  const below = isBlankLine(text, lines, line + 1);
  return above !== below || (above && text.charCodeAt(lines.starts[line] ?? 0) !== HYPHEN);
}

function isThreeOrFour(text: string, lines: Lines, line: number): boolean {
  const end = lines.ends[line] ?? 0;
  const start = skipBlanks(text, lines.starts[line] ?? 0, end);
  if (text.charCodeAt(start) !== HYPHEN) return false;
  let at = start;
  while (at < end && text.charCodeAt(at) === HYPHEN) at++;
  return (at - start === 3 || at - start === 4) && skipBlanks(text, at, end) === end;
}

/** `![](a.png =300px)`: anything but `=WxH` makes the whole picture text. */
function imageSizes(text: string, lines: Lines): readonly Problem[] {
  const found = text.slice(lines.starts[0]).matchAll(BAD_SIZE);
  return Array.from(found, ({ index, 0: detail }) => {
    const from = (lines.starts[0] ?? 0) + index;
    return { code: 'image-size', range: { from, to: from + detail.length }, detail: detail.slice(0, 200) };
  });
}

function severalNotes(slides: readonly Slide[]): readonly Problem[] {
  return slides
    .filter(({ noteLines }) => noteLines > 1)
    .map(({ range }) => ({ code: 'several-notes', range, detail: '' }));
}
