import { lineWords, type LineWords } from './line-words.ts';
import { reportedPeople, type ReportedBy } from './reported-people.ts';
import { visibleLines } from './visible-lines.ts';

/** A hand-written "Report by …" in a slide. */
export interface ReportLine {
  /**
   * What is to be replaced in the slide's source, UTF-16 offsets: the line with its markup, without its end; where the line says
   * more than who reports, only that part of it.
   */
  readonly from: number;
  readonly to: number;
  /** In the order of the text; empty for "Report by …" and placeholders. */
  readonly people: readonly ReportedBy[];
}

/** How such a line begins, in the languages and manners that decks are written in. */
const OPENING =
  /(?<=^|\n)[^\p{L}\p{N}@\n]*(?:\d{1,3}[.)]\s+)?(?:(?:reported|report|presented)\s+by(?![\p{L}\p{N}])|(?:reporter|presenter)s?(?:\s*:|(?=\s+@))|(?:bericht(?:et)?|vorgestellt|präsentiert|vorgetragen)\s+von(?![\p{L}\p{N}])|berichterstatter(?:in|innen)?\s*:)[ \t]*:?/giu;
const HINT = /repor|present|berich|vorge|präsent/i;
/** Longer lines are prose. It bounds the work on a line, so that all of it is linear. */
const LONGEST = 800;
/** An item within another one, code or a table: it is about something else than the section. */
const NESTED = /^(?: {4}|\t| {2,3}(?:[-*+]|\d+[.)])\s|\s*\|)/;

/**
 * The first line of a slide's Markdown that says who reports, outside code and comments, or null. Linear in the source. Where a
 * link and its text name two people, the text is right.
 */
export function findReportLine(source: string): ReportLine | null {
  if (!HINT.test(source)) return null;
  for (const { from, text } of visibleLines(source)) {
    const found = inLine(text);
    if (found !== null) return { ...found, from: from + found.from, to: from + found.to };
  }
  return null;
}

function inLine(line: string): ReportLine | null {
  if (line.length > LONGEST || !HINT.test(line) || NESTED.test(line)) return null;
  const words = lineWords(line);
  for (const { 0: opening, index } of words.text.matchAll(OPENING)) {
    const found = reportedPeople(words.text, index + opening.length, words.links);
    if (found !== null) return { ...rangeIn(line, words, [index, found.to]), people: found.people };
  }
  return null;
}

/** The whole line when it says nothing else, else the part of it from the first to the last word, with its own markup. */
function rangeIn(line: string, { text, offsets }: LineWords, [from, to]: readonly [number, number]) {
  const hasMore = /[\p{L}\p{N}]/u.test(text.slice(0, from) + text.slice(to));
  if (!hasMore && !line.includes('<!--')) return { from: line.search(/\S/), to: line.trimEnd().length };
  const said = text.slice(from, to).trimEnd();
  const start = offsets[from + said.search(/\S/)] ?? 0;
  const end = (offsets[from + said.length - 1] ?? 0) + 1;
  return widened(line, start, end);
}

const BEFORE = /(?:<(?!\/|br\b)[^<>]*>|[*_~`]+)$/i;
const BEHIND = /^(?:<\/(?!br\b)[^<>]*>|\]\([^()]*\)|[*_~`]+)/i;

/** Takes in what closes behind the part, and the markup that opened just before it as long as the same closes behind. */
function widened(line: string, from: number, to: number): { readonly from: number; readonly to: number } {
  let [start, end] = [from, to];
  for (;;) {
    const behind = BEHIND.exec(line.slice(end))?.[0] ?? '';
    if (behind === '') break;
    const before = BEFORE.exec(line.slice(0, start))?.[0] ?? '';
    const inside = line.slice(start, end);
    if (closesInside(inside, behind)) end += behind.length;
    else if (before !== '' && closesInside(before, behind)) {
      start -= before.length;
      end += behind.length;
    } else break;
  }
  return { from: start, to: end };
}

/** Whether the mark behind closes something that this text opens. */
function closesInside(text: string, behind: string): boolean {
  const tag = /^<\/([a-z0-9]+)/i.exec(behind)?.[1];
  if (tag !== undefined)
    return count(text, new RegExp(`<${tag}\\b`, 'gi')) > count(text, new RegExp(`</${tag}\\b`, 'gi'));
  if (behind.startsWith(']')) return count(text, /\[/g) > count(text, /\]/g);
  return count(text, new RegExp(`[${behind.slice(0, 1)}]+`, 'g')) % 2 === 1;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
