import type { Heading, Problem } from './deck-model.ts';
import { findProblems } from './problems/find-problems.ts';
import { slideAttributes } from './slide-attributes.ts';
import { scanBlocks } from './slide-blocks.ts';
import { nextLineStart, withoutBlankEdges } from './lines.ts';
import { plainText } from './plain-text.ts';
import { sourceHash } from './source-hash.ts';

/** What one slide's text says, wherever in the deck it stands. */
export interface SlideFacts {
  readonly source: string;
  readonly notes: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly headings: readonly Heading[];
  readonly hash: string;
  /** Offsets count from the beginning of the text. */
  readonly problems: readonly Problem[];
}

/** Reads one slide's text, without its separator. */
export function slideFacts(body: string): SlideFacts {
  const blocks = scanBlocks(body);
  const [noteLine] = blocks.noteLines;
  const divides = noteLine !== undefined && blocks.noteLines.length === 1;
  const source = divides ? body.slice(0, blocks.lines.starts[noteLine]) : body;
  const notes = divides ? notesFrom(body, blocks.lines.starts[noteLine] ?? 0) : '';
  const end = divides ? noteLine : Infinity;
  return {
    source,
    notes,
    attributes: slideAttributes(blocks.comments.filter(({ line }) => line < end).map(({ text }) => text)),
    headings: blocks.headings
      .filter(({ line }) => line < end)
      .map(({ level, line, toLine }) => ({
        level,
        text: plainText(headingSource(body, blocks.lines, [line, toLine])),
      })),
    // Blank lines around a slide change nothing that is seen, so they do not change its hash.
    hash: sourceHash(`${withoutBlankEdges(source)}\0${notes}`),
    problems: findProblems(body, blocks),
  };
}

function notesFrom(body: string, at: number): string {
  return body
    .slice(at)
    .replace(/^note:/i, '')
    .trim();
}

function headingSource(
  body: string,
  lines: Parameters<typeof nextLineStart>[1],
  [from, to]: readonly [number, number],
): string {
  return body
    .slice(lines.starts[from], nextLineStart(body, lines, to))
    .trim()
    .replace(/^#{1,6}(?=\s|$)/, '')
    .trim()
    .replace(/(?:^|[ \t])#+$/, '');
}
