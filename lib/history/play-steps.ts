import { addChange, type TextChange } from '#lib/deck/edit-text.ts';
import { isThere, type Run, type RowFacts } from './trace.ts';

/** Rows of a history that are shown as one step: after number `from`, up to `to`. */
export interface StepRows {
  readonly from: number;
  readonly to: number;
}

/** More are too many to look at, and to send. */
const MOST_STEPS = 200;

/** Rows in at most 200 steps of about the same number. */
export function stepRows(rows: readonly RowFacts[]): readonly StepRows[] {
  const size = Math.ceil(rows.length / MOST_STEPS);
  const steps: StepRows[] = [];
  for (let at = 0; at < rows.length; at += size) {
    const part = rows.slice(at, at + size);
    const [first, last] = [part[0], part.at(-1)];
    if (first !== undefined && last !== undefined) steps.push({ from: first.seq - 1, to: last.seq });
  }
  return steps;
}

/** What turns the text of a moment into that of a later one, in order, by offsets of the text before. */
export function changesBetween(runs: readonly Run[], { from, to }: StepRows): readonly TextChange[] {
  const changes: TextChange[] = [];
  let at = 0;
  for (const run of runs) {
    const [was, is] = [isThere(run, from), isThere(run, to)];
    if (was !== is) addChange(changes, { at, remove: was ? run.text.length : 0, insert: is ? run.text : '' });
    if (was) at += run.text.length;
  }
  return changes;
}
