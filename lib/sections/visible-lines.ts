import { closesFence, fenceLine, type FenceLine } from '#lib/slides/fences.ts';
import { splitLines } from '#lib/slides/lines.ts';

/** What is seen of a line: its text without line end, and where that begins in the source. */
export interface VisibleLine {
  readonly from: number;
  readonly text: string;
}

/** The lines of a slide's Markdown outside code blocks and without comments that go on over their end. Linear in the source. */
export function* visibleLines(source: string): Generator<VisibleLine> {
  const lines = splitLines(source, 0);
  let fence: FenceLine | null = null;
  let hidden = 0;
  for (let index = 0; index < lines.count; index++) {
    const start = lines.starts[index] ?? 0;
    const end = lines.ends[index] ?? source.length;
    if (hidden > end) continue;
    const mark = hidden > start ? null : fenceLine(source, lines, index);
    const before = fence;
    fence = fenceAfter(fence, mark);
    if (before !== null || mark !== null) continue;
    const from = Math.max(start, hidden);
    const text = source.slice(from, end);
    const open = openComment(text);
    if (open < text.length) hidden = commentEnd(source, end);
    yield { from, text: text.slice(0, open) };
  }
}

function fenceAfter(open: FenceLine | null, mark: FenceLine | null): FenceLine | null {
  if (open === null || mark === null) return open ?? mark;
  return closesFence(open, mark) ? null : open;
}

/** Where the comment begins that is still open at the end of a line; else where the line ends. */
function openComment(line: string): number {
  const open = line.lastIndexOf('<!--');
  return open === -1 || line.includes('-->', open) ? line.length : open;
}

function commentEnd(source: string, from: number): number {
  const close = source.indexOf('-->', from);
  return close === -1 ? Infinity : close + 3;
}
