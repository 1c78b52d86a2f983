/** One place where two sequences differ: half-open ranges in either. */
export interface Hunk {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/**
 * Where two sequences differ, by Myers' algorithm, or null when they differ by more than `limit` elements: time and
 * memory grow with the square of the difference.
 */
export function diffSequences<T>(a: readonly T[], b: readonly T[], limit: number): readonly Hunk[] | null {
  const start = commonStart(a, b);
  const end = commonEnd(a, b, start);
  const trace = forward(a.slice(start, a.length - end), b.slice(start, b.length - end), limit);
  return trace === null ? null : backward(trace, a.length - end - start, b.length - end - start, start);
}

function commonStart<T>(a: readonly T[], b: readonly T[]): number {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start += 1;
  return start;
}

function commonEnd<T>(a: readonly T[], b: readonly T[], start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let end = 0;
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return end;
}

/** Furthest x on each diagonal k (index k + distance) for every edit distance up to the one that reaches the end. */
function forward<T>(a: readonly T[], b: readonly T[], limit: number): readonly Int32Array[] | null {
  const most = Math.min(a.length + b.length, limit);
  const trace: Int32Array[] = [];
  let previous = new Int32Array([0, 0, 0]);
  for (let distance = 0; distance <= most; distance += 1) {
    const reach = new Int32Array(2 * distance + 3);
    for (let k = -distance; k <= distance; k += 2) {
      let x = distance === 0 ? 0 : stepInto(previous, k, distance);
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      reach[k + distance + 1] = x;
      if (x >= a.length && x - k >= b.length) return [...trace, reach];
    }
    trace.push(reach);
    previous = reach;
  }
  return null;
}

/** x after one step onto diagonal k: down (an insertion) from k + 1, or right (a deletion) from k − 1. */
function stepInto(previous: Int32Array, k: number, distance: number): number {
  const down = previous[k + 1 + distance] ?? 0;
  const right = (previous[k - 1 + distance] ?? 0) + 1;
  return comesDown(previous, k, distance) ? down : right;
}

function comesDown(previous: Int32Array, k: number, distance: number): boolean {
  if (k === -distance) return true;
  return k !== distance && (previous[k - 1 + distance] ?? 0) < (previous[k + 1 + distance] ?? 0);
}

function backward(trace: readonly Int32Array[], lengthA: number, lengthB: number, shift: number): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let x = lengthA;
  let k = lengthA - lengthB;
  for (let distance = trace.length - 1; distance > 0; distance -= 1) {
    const previous = trace[distance - 1] ?? new Int32Array(0);
    const down = comesDown(previous, k, distance);
    const before = down ? k + 1 : k - 1;
    const beforeX = previous[before + distance] ?? 0;
    const beforeY = beforeX - before;
    prepend(hunks, {
      fromA: beforeX + shift,
      toA: beforeX + shift + (down ? 0 : 1),
      fromB: beforeY + shift,
      toB: beforeY + shift + (down ? 1 : 0),
    });
    x = beforeX;
    k = before;
  }
  return x < 0 ? [] : hunks.toReversed();
}

/** Adds an earlier step to hunks kept last first, joining it to the one that follows it without a gap. */
function prepend(hunks: Hunk[], step: Hunk): void {
  const next = hunks.at(-1);
  if (next === undefined || next.fromA !== step.toA || next.fromB !== step.toB) hunks.push(step);
  else
    hunks[hunks.length - 1] = {
      fromA: step.fromA,
      toA: next.toA,
      fromB: step.fromB,
      toB: next.toB,
    };
}
