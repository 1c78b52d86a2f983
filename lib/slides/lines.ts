/** Where the lines of a text are, as offsets: `ends` is without the line break. Two arrays, so that a 5 MB text stays cheap. */
export interface Lines {
  readonly count: number;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const TAB = 9;

/** Lines of `text` from the offset `from` on; `\n`, `\r\n` and a lone `\r` end a line. There is always at least one. */
export function splitLines(text: string, from: number): Lines {
  return text.includes('\r', from) ? splitAnyLines(text, from) : splitPlainLines(text, from);
}

/** Decks know only `\n`, and a deck is read at every key: this search is several times faster than looking at each character. */
function splitPlainLines(text: string, from: number): Lines {
  const starts = [from];
  const ends: number[] = [];
  for (let end = text.indexOf('\n', from); end !== -1; end = text.indexOf('\n', end + 1)) {
    ends.push(end);
    starts.push(end + 1);
  }
  ends.push(text.length);
  return { count: starts.length, starts, ends };
}

function splitAnyLines(text: string, from: number): Lines {
  const starts = [from];
  const ends: number[] = [];
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!isLineBreak(code)) continue;
    ends.push(at);
    if (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED) at++;
    starts.push(at + 1);
  }
  ends.push(text.length);
  return { count: starts.length, starts, ends };
}

/** Offset of the first character from `from` on that is no blank or tab, at most `to`. */
export function skipBlanks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB)) at++;
  return at;
}

/** The text without the empty lines above it and without blanks and line breaks at its end. */
export function withoutBlankEdges(text: string): string {
  let from = 0;
  for (let at = 0; at < text.length && isBlank(text.charCodeAt(at)); at++) {
    if (isLineBreak(text.charCodeAt(at))) from = at + 1;
  }
  return text.slice(from).trimEnd();
}

function isLineBreak(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB || isLineBreak(code);
}

/** Whether line `index` has nothing but blanks and tabs. Lines outside the text count as blank. */
export function isBlankLine(text: string, lines: Lines, index: number): boolean {
  const start = lines.starts[index];
  const end = lines.ends[index];
  return start === undefined || end === undefined || skipBlanks(text, start, end) === end;
}

/** The text of line `index` without its line break. */
export function lineText(text: string, lines: Lines, index: number): string {
  return text.slice(lines.starts[index] ?? text.length, lines.ends[index] ?? text.length);
}

/** Offset at which the line after `index` begins, or the end of the text. */
export function nextLineStart(text: string, lines: Lines, index: number): number {
  return lines.starts[index + 1] ?? text.length;
}
