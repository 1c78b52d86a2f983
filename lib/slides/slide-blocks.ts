import { closesFence, fenceLine } from './fences.ts';
import { HtmlBlockFinder } from './html-blocks.ts';
import { isBlankLine, lineText, splitLines, type Lines } from './lines.ts';
import { lastAtMost } from './sorted.ts';

/** Where the parts of a slide are that mean something to the model; lines are numbered within the slide. */
export interface SlideBlocks {
  readonly lines: Lines;
  readonly headings: readonly {
    readonly level: number;
    readonly line: number;
    readonly toLine: number;
  }[];
  /** With the offset of their text in the slide. */
  readonly comments: readonly { readonly line: number; readonly from: number; readonly text: string }[];
  /** Fenced blocks of code, with their fences. */
  readonly code: readonly { readonly line: number; readonly toLine: number }[];
  /** Lines that begin with `note:`; more than one means that none divides, and all stay visible. */
  readonly noteLines: readonly number[];
}

const HEADING = /^ {0,3}(#{1,6})(?=[ \t]|$)/;
const FIRST_HEADING = /^[ \t]*(#{1,6})(?=[ \t]|$)/;
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;
const NOTE = /^note:/i;
/** Lines that begin a list item, a quote, a rule or a table row: a line of `---` below them underlines nothing. */
const NO_PARAGRAPH = /^(?:[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)|[ \t]*[>|]| {4}|\t)/;

/** One run over the lines of a slide. Code, comments and raw HTML are passed over. */
export function scanBlocks(body: string): SlideBlocks {
  const scan = new BlockScan(body);
  for (let line = 0; line < scan.lines.count;) line = scan.read(line) + 1;
  return scan;
}

class BlockScan implements SlideBlocks {
  readonly lines: Lines;
  readonly headings: { level: number; line: number; toLine: number }[] = [];
  readonly comments: { line: number; from: number; text: string }[] = [];
  readonly code: { line: number; toLine: number }[] = [];
  readonly noteLines: number[] = [];
  readonly #body: string;
  readonly #html: HtmlBlockFinder;
  /** First line of the paragraph that is open, -1 when none is, and whether anything came before. */
  #paragraph = -1;
  #begun = false;
  /** Inside a list item or quote, where lines go on lazily until an empty one. */
  #lazy = false;
  #commentsEnd = false;

  constructor(body: string) {
    this.#body = body;
    this.lines = splitLines(body, 0);
    this.#html = new HtmlBlockFinder(body);
  }

  /** Reads the block that begins on `line` and gives its last line. */
  read(line: number): number {
    if (isBlankLine(this.#body, this.lines, line)) return this.#close(line);
    const codeEnd = this.#fenceEnd(line);
    if (codeEnd !== null) this.code.push({ line, toLine: codeEnd });
    const end = codeEnd ?? this.#htmlEnd(line);
    if (end !== null) {
      this.#begun = true;
      return this.#close(end);
    }
    const text = lineText(this.#body, this.lines, line);
    if (NOTE.test(text)) this.noteLines.push(line);
    this.#readText(line, text);
    this.#begun = true;
    return this.#inlineComments(line, text);
  }

  #close(line: number): number {
    this.#paragraph = -1;
    this.#lazy = false;
    return line;
  }

  #fenceEnd(line: number): number | null {
    const opener = fenceLine(this.#body, this.lines, line);
    if (opener === null) return null;
    for (let at = line + 1; at < this.lines.count; at++) {
      const fence = fenceLine(this.#body, this.lines, at);
      if (fence !== null && closesFence(opener, fence)) return at;
    }
    return this.lines.count - 1;
  }

  #htmlEnd(line: number): number | null {
    const block = this.#html.blockAt(this.lines, line);
    if (block === null) return null;
    const end = block.closeAt === -1 ? this.lines.count - 1 : lastAtMost(this.lines.starts, block.closeAt);
    if (block.comment && block.closeAt !== -1) this.#takeComments(line, end);
    return end;
  }

  #takeComments(line: number, end: number): void {
    this.#commentsIn(line, this.lines.starts[line] ?? 0, this.lines.ends[end] ?? 0);
  }

  /** Comments inside running text may go on over several lines of their paragraph. */
  #inlineComments(line: number, text: string): number {
    const first = text.indexOf('<!--');
    if (first === -1 || this.#commentsEnd) return line;
    const start = this.lines.starts[line] ?? 0;
    const end = this.#commentsIn(line, start + first, this.lines.ends[line] ?? 0);
    return Math.max(line, lastAtMost(this.lines.starts, end));
  }

  /** Collects the comments that begin between the offsets; gives the offset after the last one. */
  #commentsIn(line: number, from: number, to: number): number {
    let at = from;
    for (let open = this.#openComment(at, to); open !== -1; open = this.#openComment(at, to)) {
      const close = this.#body.indexOf('-->', open + 4);
      if (close === -1) {
        this.#commentsEnd = true;
        return at;
      }
      if (!this.#inCode(line, open)) {
        this.comments.push({ line, from: open + 4, text: this.#body.slice(open + 4, close) });
      }
      at = close + 3;
    }
    return at;
  }

  #openComment(from: number, to: number): number {
    const slice = from < to ? this.#body.slice(from, to).indexOf('<!--') : -1;
    return slice === -1 ? -1 : from + slice;
  }

  #inCode(line: number, offset: number): boolean {
    const before = this.#body.slice(this.lines.starts[line] ?? 0, offset);
    return before.includes('`') && (before.split('`').length - 1) % 2 === 1;
  }

  #readText(line: number, text: string): void {
    // The first line counts without its indentation: the renderer takes it off, as 1.x in effect does.
    const heading = (this.#begun ? HEADING : FIRST_HEADING).exec(text)?.[1];
    if (heading !== undefined) {
      this.headings.push({ level: heading.length, line, toLine: line });
      this.#close(line);
      return;
    }
    const underline = UNDERLINE.exec(text)?.[1];
    if (underline !== undefined && this.#paragraph !== -1) {
      this.headings.push({
        level: underline.startsWith('=') ? 1 : 2,
        line: this.#paragraph,
        toLine: line - 1,
      });
      this.#close(line);
    } else this.#readParagraph(line, text);
  }

  #readParagraph(line: number, text: string): void {
    if (NO_PARAGRAPH.test(text) && (this.#paragraph === -1 || !/^(?: {4}|\t)/.test(text))) this.#lazy = true;
    if (this.#lazy) this.#paragraph = -1;
    else if (this.#paragraph === -1) this.#paragraph = line;
  }
}
