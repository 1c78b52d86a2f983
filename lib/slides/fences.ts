import { lineText, skipBlanks, type Lines } from './lines.ts';

/** A line that can open or close a block of code. */
export interface FenceLine {
  readonly line: number;
  readonly character: string;
  /** Number of its backticks or tildes. */
  readonly length: number;
  /** Blanks before it. */
  readonly indent: number;
  /** Nothing follows, so it can close a block. */
  readonly bare: boolean;
}

const FENCE = /^([ \t]*)(`{3,}|~{3,})(.*)$/;

// No real fence is longer. The limit bounds how deep unclosed fences can nest, and with it the time to pair them.
const MAX_LENGTH = 64;

/** Line `index` as a fence, or null. */
export function fenceLine(text: string, lines: Lines, index: number): FenceLine | null {
  const start = lines.starts[index] ?? text.length;
  const end = lines.ends[index] ?? text.length;
  const mark = text[skipBlanks(text, start, end)];
  if (mark !== '`' && mark !== '~') return null;
  const match = FENCE.exec(lineText(text, lines, index));
  return match === null ? null : fenceOf(index, match);
}

function fenceOf(line: number, [, blanks = '', marks = '', info = '']: readonly string[]): FenceLine | null {
  const character = marks.slice(0, 1);
  if (character === '`' && info.includes('`')) return null;
  return {
    line,
    character,
    length: Math.min(marks.length, MAX_LENGTH),
    indent: blanks.length,
    bare: info.trim() === '',
  };
}

/** Whether `fence` closes the block that `opener` opened. */
export function closesFence(opener: FenceLine, fence: FenceLine): boolean {
  return fence.bare && fence.character === opener.character && fence.length >= opener.length;
}
