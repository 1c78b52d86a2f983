import { closesFence, fenceLine, type FenceLine } from './fences.ts';
import { HtmlBlockFinder } from './html-blocks.ts';
import { hasBetween, lastAtMost } from './sorted.ts';
import { skipBlanks, type Lines } from './lines.ts';

const LIST_ITEM = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)/;
const LIST_ITEM_LENGTH = 16;
/** What an item can begin with: a look at one character spares most lines the pattern. */
const LIST_MARKS = new Set(Array.from('-*+0123456789', (mark) => mark.charCodeAt(0)));

/**
 * Marks the lines inside closed blocks of code and raw HTML with 1: a `---` there is part of the block. A block that is never
 * closed shields nothing, and neither does one that has a separator and then another opener before its end: somebody is just
 * typing its first line, and the slides below must not vanish meanwhile.
 */
export function findShields(text: string, lines: Lines, candidates: readonly number[]): Uint8Array {
  const shields = new Uint8Array(lines.count);
  const fences = new FencePairs(text, lines, candidates);
  const html = new HtmlBlocks(text, lines, candidates);
  let listIndent = 0;
  let line = 0;
  while (line < lines.count) {
    listIndent = listIndentAfter(text, lines, line, listIndent);
    const close = fences.closeOf(line, listIndent) ?? html.closeOf(line, listIndent);
    if (close !== null) shields.fill(1, line, close + 1);
    line = (close ?? line) + 1;
  }
  return shields;
}

/** Where the content of the list item begins that line `index` is in, or 0 outside of lists. */
function listIndentAfter(text: string, lines: Lines, index: number, before: number): number {
  const start = lines.starts[index] ?? text.length;
  const end = lines.ends[index] ?? text.length;
  const at = skipBlanks(text, start, end);
  const item = LIST_MARKS.has(text.charCodeAt(at))
    ? LIST_ITEM.exec(text.slice(start, Math.min(end, start + LIST_ITEM_LENGTH)))
    : null;
  if (item !== null) return item[0].length + 1;
  return at < end && at - start < before ? 0 : before;
}

class FencePairs {
  readonly #fences: readonly FenceLine[];
  readonly #candidates: readonly number[];
  /** For each fence: the longest one that could close it and comes after it, by character. */
  readonly #longestAfter: readonly { readonly '`': number; readonly '~': number }[];
  #next = 0;

  constructor(text: string, lines: Lines, candidates: readonly number[]) {
    const fences: FenceLine[] = [];
    for (let line = 0; line < lines.count; line++) {
      const fence = fenceLine(text, lines, line);
      if (fence !== null) fences.push(fence);
    }
    this.#fences = fences;
    this.#candidates = candidates;
    this.#longestAfter = longestAfter(fences);
  }

  /** The line that closes the block opened on `line`, or null. Lines must be asked for in order. */
  closeOf(line: number, listIndent: number): number | null {
    const opener = this.#fenceOn(line);
    if (opener === undefined || opener.indent > 3) return null;
    // Code inside a list item ends with the item, at the latest where a separator stands at the margin.
    if (listIndent > 0 && opener.indent >= listIndent) return null;
    return this.#canClose(opener) ? this.#pair(opener) : null;
  }

  #fenceOn(line: number): FenceLine | undefined {
    while ((this.#fences[this.#next]?.line ?? line) < line) this.#next++;
    const fence = this.#fences[this.#next];
    return fence?.line === line ? fence : undefined;
  }

  #canClose({ character, length }: FenceLine): boolean {
    const longest = this.#longestAfter[this.#next];
    return longest !== undefined && longest[character === '~' ? '~' : '`'] >= length;
  }

  #pair(opener: FenceLine): number | null {
    for (let at = this.#next + 1; at < this.#fences.length; at++) {
      const fence = this.#fences[at];
      if (fence?.character !== opener.character) continue;
      if (closesFence(opener, fence)) return fence.line;
      if (!fence.bare && hasBetween(this.#candidates, opener.line, fence.line)) return null;
    }
    return null;
  }
}

function longestAfter(fences: readonly FenceLine[]): readonly { readonly '`': number; readonly '~': number }[] {
  const longest = { '`': 0, '~': 0 };
  const result = [];
  for (const fence of fences.toReversed()) {
    result.push({ ...longest });
    const character = fence.character === '~' ? '~' : '`';
    if (fence.bare) longest[character] = Math.max(longest[character], fence.length);
  }
  return result.toReversed();
}

class HtmlBlocks {
  readonly #lines: Lines;
  readonly #candidates: readonly number[];
  readonly #finder: HtmlBlockFinder;

  constructor(text: string, lines: Lines, candidates: readonly number[]) {
    this.#lines = lines;
    this.#candidates = candidates;
    this.#finder = new HtmlBlockFinder(text);
  }

  /** The line on which the block ends that `line` opens, or null. Lines must be asked for in order. */
  closeOf(line: number, listIndent: number): number | null {
    const block = this.#finder.blockAt(this.#lines, line);
    if (block === null || block.closeAt === -1) return null;
    if (listIndent > 0 && block.indent > 0) return null;
    if (block.comment && this.#interrupted(line, block.closeAt)) return null;
    return lastAtMost(this.#lines.starts, block.closeAt);
  }

  #interrupted(line: number, closeAt: number): boolean {
    const nested = this.#finder.nextComment((this.#lines.ends[line] ?? 0) + 1);
    return (
      nested !== -1 && nested < closeAt && hasBetween(this.#candidates, line, lastAtMost(this.#lines.starts, nested))
    );
  }
}
