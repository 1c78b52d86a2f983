import { diffSequences } from '#lib/deck/sequence-diff.ts';

/** A stretch of a line: in both texts, only in the text before, or only in the one after. */
export interface DiffPart {
  readonly type: 'kept' | 'removed' | 'added';
  readonly text: string;
}

/** A line as it is shown, with its line end. What is kept and removed in all lines is the text before; kept and added, the one after. */
export interface DiffLine {
  readonly type: 'same' | 'changed' | 'removed' | 'added';
  readonly parts: readonly DiffPart[];
}

// Comparing grows with the length times the difference: so many steps are taken at most, then the rest is replaced whole.
const LINE_STEPS = 1_000_000;
const MOST_CHANGED_LINES = 1_500;
const WORD_STEPS = 400_000;
const MOST_CHANGED_WORDS = 200;
/** A line that has less in common with the one before it is another line. */
const LIKENESS = 0.4;

/** What turns one text into another, line by line, and in changed lines word by word. Bounded, whatever the texts. */
export function diffText(before: string, after: string): readonly DiffLine[] {
  const [a, b] = [splitLines(before), splitLines(after)];
  const start = commonStart(a, b);
  const end = commonEnd(a, b, start);
  const middle = diffMiddle(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return [...a.slice(0, start).map(same), ...middle, ...a.slice(a.length - end).map(same)];
}

function diffMiddle(a: readonly string[], b: readonly string[]): readonly DiffLine[] {
  const limit = Math.min(MOST_CHANGED_LINES, Math.ceil(LINE_STEPS / Math.max(1, a.length + b.length)));
  const hunks = diffSequences(a, b, limit) ?? [{ fromA: 0, toA: a.length, fromB: 0, toB: b.length }];
  const budget = { steps: WORD_STEPS };
  const lines: DiffLine[] = [];
  let at = 0;
  for (const { fromA, toA, fromB, toB } of hunks) {
    lines.push(...a.slice(at, fromA).map(same), ...diffHunk(a.slice(fromA, toA), b.slice(fromB, toB), budget));
    at = toA;
  }
  return [...lines, ...a.slice(at).map(same)];
}

interface Budget {
  steps: number;
}

function diffHunk(a: readonly string[], b: readonly string[], budget: Budget): readonly DiffLine[] {
  const lines: DiffLine[] = [];
  let [atA, atB] = [0, 0];
  for (const { toA, toB } of pairsOf(a, b, budget)) {
    const changed = diffWords(a[toA] ?? '', b[toB] ?? '', budget);
    if (changed === null) continue;
    lines.push(...a.slice(atA, toA).map(removed), ...b.slice(atB, toB).map(added), changed);
    [atA, atB] = [toA + 1, toB + 1];
  }
  return [...lines, ...a.slice(atA).map(removed), ...b.slice(atB).map(added)];
}

interface Pair {
  readonly toA: number;
  readonly toB: number;
}

/** Which of these lines are the same line, changed: in order, by the words that they share. None once the budget is spent. */
function pairsOf(a: readonly string[], b: readonly string[], budget: Budget): readonly Pair[] {
  const cost = a.length * b.length;
  if (cost === 0 || cost + lengthOf(a) + lengthOf(b) > budget.steps) return [];
  budget.steps -= cost + lengthOf(a) + lengthOf(b);
  const [wordsA, wordsB] = [a.map(wordSet), b.map(wordSet)];
  const width = b.length + 1;
  const best = new Float64Array((a.length + 1) * width);
  const like = new Float64Array(a.length * b.length);
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const alike = likeness(wordsA[i], wordsB[j], budget);
      like[i * b.length + j] = alike;
      best[i * width + j] = Math.max(
        best[(i + 1) * width + j] ?? 0,
        best[i * width + j + 1] ?? 0,
        (alike < LIKENESS ? 0 : alike) + (best[(i + 1) * width + j + 1] ?? 0),
      );
    }
  return readPairs({ best, like, width, height: a.length });
}

interface Table {
  readonly best: Float64Array;
  readonly like: Float64Array;
  readonly width: number;
  readonly height: number;
}

function readPairs({ best, like, width, height }: Table): readonly Pair[] {
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < height && j < width - 1) {
    const alike = like[i * (width - 1) + j] ?? 0;
    const here = best[i * width + j] ?? 0;
    if (alike >= LIKENESS && here === alike + (best[(i + 1) * width + j + 1] ?? 0)) {
      pairs.push({ toA: i, toB: j });
      i += 1;
      j += 1;
    } else if (here === (best[(i + 1) * width + j] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** How much of two lines is the same words, from 0 to 1. */
function likeness(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set(), budget: Budget): number {
  const most = Math.max(a.size, b.size);
  if (most === 0 || budget.steps <= 0) return 0;
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  budget.steps -= few.size;
  let shared = 0;
  for (const word of few) if (many.has(word)) shared += 1;
  return shared / most;
}

/** One line that changed, word by word; null where that would show nothing, or takes too long. */
function diffWords(before: string, after: string, budget: Budget): DiffLine | null {
  const [a, b] = [splitWords(before), splitWords(after)];
  const cost = (a.length + b.length) * MOST_CHANGED_WORDS;
  if (Math.min(cost, (a.length + b.length) ** 2) > budget.steps) return null;
  const hunks = diffSequences(a, b, MOST_CHANGED_WORDS);
  if (hunks === null) return null;
  budget.steps -= (a.length + b.length) * (1 + hunks.length);
  const parts: DiffPart[] = [];
  let at = 0;
  for (const { fromA, toA, fromB, toB } of hunks) {
    parts.push(
      { type: 'kept', text: a.slice(at, fromA).join('') },
      { type: 'removed', text: a.slice(fromA, toA).join('') },
      { type: 'added', text: b.slice(fromB, toB).join('') },
    );
    at = toA;
  }
  parts.push({ type: 'kept', text: a.slice(at).join('') });
  return { type: 'changed', parts: parts.filter(({ text }) => text !== '') };
}

function splitLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

/** Words, blanks and single signs, by code points: half a surrogate pair is never a part. */
function splitWords(line: string): readonly string[] {
  return line.match(/[\p{L}\p{N}\p{M}_]+|[^\S\n]+|[\s\S]/gu) ?? [];
}

function wordSet(line: string): ReadonlySet<string> {
  return new Set(line.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? []);
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start += 1;
  return start;
}

function commonEnd(a: readonly string[], b: readonly string[], start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let end = 0;
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return end;
}

function same(text: string): DiffLine {
  return { type: 'same', parts: [{ type: 'kept', text }] };
}

function removed(text: string): DiffLine {
  return { type: 'removed', parts: [{ type: 'removed', text }] };
}

function added(text: string): DiffLine {
  return { type: 'added', parts: [{ type: 'added', text }] };
}
