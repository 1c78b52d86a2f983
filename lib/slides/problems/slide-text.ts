import { nextLineStart } from '#lib/slides/lines.ts';
import type { SlideBlocks } from '#lib/slides/slide-blocks.ts';

/** A slide's text as the rules read it. All have the length of the body: what does not concern a rule is blanked out. */
export interface SlideText {
  readonly blocks: SlideBlocks;
  readonly body: string;
  /** Without code. */
  readonly markup: string;
  /** Without code and comments. */
  readonly visible: string;
  /** Without code, comments, styles, tags and addresses: what people read on the slide. */
  readonly prose: string;
}

// What is never closed reaches to the end, here and in the browser; it also keeps the search linear.
const COMMENTS = /<!--[\s\S]*?(?:-->|$)/g;
const TAGS = /<style\b[\s\S]*?(?:<\/style\s*>|$)|<\/?[a-zA-Z][^<>]*>/gi;
const ADDRESSES = /\]\([^()\s]*|(?:https?:\/\/|mailto:|www\.)[^\s<>"')\]]+/gi;

/** What the rules may look at of a slide. */
export function slideText(body: string, blocks: SlideBlocks): SlideText {
  const markup = withoutCodeSpans(withoutCodeBlocks(body, blocks));
  const visible = blankOut(markup, COMMENTS);
  return { blocks, body, markup, visible, prose: blankOut(blankOut(visible, TAGS), ADDRESSES) };
}

/** Blanks of the same length, so that offsets and lines stay what they are. */
function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

function blankOut(text: string, pattern: RegExp): string {
  return text.replace(pattern, blank);
}

function withoutCodeBlocks(body: string, { lines, code }: SlideBlocks): string {
  let text = '';
  let at = 0;
  for (const { line, toLine } of code) {
    const from = lines.starts[line] ?? body.length;
    const to = nextLineStart(body, lines, toLine);
    text += body.slice(at, from) + blank(body.slice(from, to));
    at = to;
  }
  return text + body.slice(at);
}

/** Code spans begin and end with as many backticks; one run over them whatever they are. */
function withoutCodeSpans(text: string): string {
  const runs = Array.from(text.matchAll(/`+/g), ({ index, 0: ticks }) => ({ from: index, length: ticks.length }));
  const closers = nextOfLength(runs.map(({ length }) => length));
  let result = '';
  let at = 0;
  for (let run = 0; run < runs.length;) {
    const from = runs[run]?.from ?? 0;
    const closer = closers[run] ?? -1;
    const close = runs[closer];
    const to = close === undefined ? from : close.from + close.length;
    if (close === undefined || /\n[ \t]*\n/.test(text.slice(from, Math.min(to, from + LONGEST_SPAN)))) run++;
    else {
      result += text.slice(at, from) + blank(text.slice(from, to));
      at = to;
      run = closer + 1;
    }
  }
  return result + text.slice(at);
}

// Longer code in a line does not exist; the limit keeps the look for an empty line in it cheap.
const LONGEST_SPAN = 2_000;

/** For each number the index of the next one that is the same, or -1. */
function nextOfLength(lengths: readonly number[]): readonly number[] {
  const next = new Map<number, number>();
  const result: number[] = [];
  for (let index = lengths.length - 1; index >= 0; index--) {
    const length = lengths[index] ?? 0;
    result.push(next.get(length) ?? -1);
    next.set(length, index);
  }
  return result.toReversed();
}
