/** A piece of a text; `marked` where it is what was looked for. */
export interface SnippetPart {
  readonly text: string;
  readonly marked: boolean;
}

/** Half-open range of UTF-16 offsets. */
export interface MarkedRange {
  readonly from: number;
  readonly to: number;
}

/** Characters of a snippet, about. */
const LENGTH = 220;
/** So much of what stands before the first mark is shown. */
const BEFORE = 60;

/** A text cut at these ranges, which are in order and do not overlap. */
export function markedParts(text: string, ranges: readonly MarkedRange[]): readonly SnippetPart[] {
  const parts: SnippetPart[] = [];
  let at = 0;
  for (const { from, to } of ranges) {
    if (from > at) parts.push({ text: text.slice(at, from), marked: false });
    parts.push({ text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < text.length) parts.push({ text: text.slice(at), marked: false });
  return parts;
}

/**
 * The part of a text that shows most of its marks, about 220 characters, cut between words, its lines joined by `·`. Without marks its
 * beginning. Plain text, whatever the text holds.
 */
export function snippetOf(text: string, ranges: readonly MarkedRange[]): readonly SnippetPart[] {
  const { from, to } = windowOf(text, ranges);
  const inside = ranges
    .filter((range) => range.from >= from && range.to <= to)
    .map((range) => ({ from: range.from - from, to: range.to - from }));
  const parts = markedParts(text.slice(from, to), inside).map((part) => ({
    ...part,
    text: part.text.replaceAll(/\s*\n\s*/g, ' · '),
  }));
  return [...edge(from > 0), ...parts, ...edge(to < text.length)];
}

function edge(isCut: boolean): readonly SnippetPart[] {
  return isCut ? [{ text: '…', marked: false }] : [];
}

function windowOf(text: string, ranges: readonly MarkedRange[]): MarkedRange {
  const starts = ranges.map(({ from }) => startBefore(text, from));
  const counted = starts.map((start) => ranges.filter(({ from, to }) => from >= start && to <= start + LENGTH).length);
  const best = counted.indexOf(Math.max(0, ...counted));
  const from = starts[best] ?? 0;
  return { from, to: endAfter(text, from + LENGTH) };
}

/** The beginning of the line, or of a word not long before. */
function startBefore(text: string, mark: number): number {
  const line = text.lastIndexOf('\n', mark - 1) + 1;
  if (mark - line <= BEFORE) return line;
  const blank = text.indexOf(' ', mark - BEFORE);
  return blank === -1 || blank >= mark ? safe(text, mark - BEFORE) : blank + 1;
}

function endAfter(text: string, end: number): number {
  if (end >= text.length) return text.length;
  const blank = text.lastIndexOf(' ', end);
  return blank > end - BEFORE ? blank : safe(text, end);
}

/** Never between the two halves of a character. */
function safe(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at;
}
