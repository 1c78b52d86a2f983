/** The value that a share of all values does not exceed, 0 to 1; not a number when there are none. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Median and 95th percentile of times in milliseconds. */
export function summary(values: readonly number[]): { readonly median: number; readonly p95: number } {
  return { median: rounded(quantile(values, 0.5)), p95: rounded(quantile(values, 0.95)) };
}

export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
