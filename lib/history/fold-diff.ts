import type { DiffLine } from './text-diff.ts';

/** Lines of a difference that are shown, or a stretch that did not change and is folded away. */
export interface DiffRun {
  readonly folded: boolean;
  readonly lines: readonly DiffLine[];
}

/** So many unchanged lines stay around what changed. */
const CONTEXT = 3;
/** A fold of fewer would take as much room as they. */
const LEAST_FOLDED = 4;

/** A difference with what did not change folded away, but for a few lines around each change. */
export function foldDiff(lines: readonly DiffLine[]): readonly DiffRun[] {
  const runs: { readonly folded: boolean; readonly lines: DiffLine[] }[] = [];
  const near = nearChanges(lines);
  for (let at = 0; at < lines.length;) {
    let to = at + 1;
    while (to < lines.length && near[to] === near[at]) to += 1;
    const folded = near[at] === false && to - at >= LEAST_FOLDED;
    const last = runs.at(-1);
    if (!folded && last?.folded === false) last.lines.push(...lines.slice(at, to));
    else runs.push({ folded, lines: lines.slice(at, to) });
    at = to;
  }
  return runs;
}

function nearChanges(lines: readonly DiffLine[]): readonly boolean[] {
  const near = lines.map(() => false);
  lines.forEach(({ type }, at) => {
    if (type !== 'same') near.fill(true, Math.max(0, at - CONTEXT), at + CONTEXT + 1);
  });
  return near;
}
