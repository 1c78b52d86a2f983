import type { Hint } from '#components/editor/hint.ts';
import type { DeckModel, Problem, ProblemCode, SourceRange } from '#lib/slides/deck-model.ts';
import { slideAt } from '#lib/slides/slide-at.ts';
import { byWeight, weightOf } from './hint-weights.ts';

const FOREIGN: ReadonlySet<ProblemCode> = new Set(['foreign-picture', 'hidden-picture']);
const NONE: readonly Hint[] = [];
/** Longer words say nothing more in a list. */
const MOST_WORDS = 120;

/** The model's problems and those that others found in the same text, as one list: what matters most first, then by place. */
export function mergeHints(model: DeckModel, others: readonly Problem[]): readonly Hint[] {
  const found = [...model.problems, ...others].toSorted((left, right) => left.range.from - right.range.from);
  if (found.length === 0) return NONE;
  const lines = linesOf(
    model.text,
    found.map(({ range }) => range.from),
  );
  const seen = new Map<string, number>();
  const hints = found.map((problem, index) => {
    const same = `${problem.code} ${problem.detail}`;
    const nth = seen.get(same) ?? 0;
    seen.set(same, nth + 1);
    return {
      ...problem,
      id: `${same} ${nth}`,
      weight: weightOf(problem.code),
      foreign: FOREIGN.has(problem.code) ? problem.detail : null,
      words: wordsOf(problem, model.text),
      line: lines[index] ?? 1,
      slide: slideAt(model, problem.range.from),
    };
  });
  return hints.toSorted(byWeight);
}

/** Whether two lists say the same about the same places. */
export function sameHints(one: readonly Hint[], other: readonly Hint[]): boolean {
  return one.length === other.length && one.every((hint, at) => sameHint(hint, other[at]));
}

function sameHint(one: Hint, other: Hint | undefined): boolean {
  return (
    other !== undefined &&
    one.id === other.id &&
    one.line === other.line &&
    one.slide === other.slide &&
    sameRange(one.range, other.range) &&
    one.fix?.insert === other.fix?.insert &&
    sameRange(one.fix, other.fix)
  );
}

function sameRange(one: SourceRange | null, other: SourceRange | null): boolean {
  return one?.from === other?.from && one?.to === other?.to;
}

/** The line of each of these offsets, which go upwards: the text is read once for all of them. */
function linesOf(text: string, offsets: readonly number[]): readonly number[] {
  let line = 1;
  let next = text.indexOf('\n');
  return offsets.map((offset) => {
    for (; next !== -1 && next < offset; next = text.indexOf('\n', next + 1)) line += 1;
    return line;
  });
}

function wordsOf({ detail, range }: Problem, text: string): string {
  const words = detail === '' ? text.slice(range.from, Math.min(range.to, range.from + MOST_WORDS * 2)) : detail;
  return words
    .trim()
    .split(/\s*\n\s*/, 1)
    .join('')
    .slice(0, MOST_WORDS);
}
