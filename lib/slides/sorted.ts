/** Index of the last of the sorted numbers that is at most `value`, or -1. */
export function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Whether one of the sorted numbers lies strictly between the two. */
export function hasBetween(sorted: readonly number[], from: number, to: number): boolean {
  const next = sorted[lastAtMost(sorted, from) + 1];
  return next !== undefined && next < to;
}
