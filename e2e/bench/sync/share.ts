/** The part of a whole run that is asked for: `BENCH_SHARE=0.2` for a look. */
export const SHARE = Number(process.env['BENCH_SHARE'] ?? 1);

/** So many of a whole run, and never fewer than one. */
export function shareOf(whole: number): number {
  return Math.max(1, Math.round(whole * SHARE));
}
