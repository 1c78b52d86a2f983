import type { LiveState } from './live-state.ts';

/** What the clock of a call needs. Instants are ISO 8601. */
export type LiveClock = Pick<LiveState, 'startedAt' | 'pausedAt' | 'pausedMs'>;

/** Milliseconds that a call has run at an instant (ms since 1970), without those for which its clock stood still. */
export function callElapsed({ startedAt, pausedAt, pausedMs }: LiveClock, now: number): number {
  const until = pausedAt === null ? now : Math.min(now, Date.parse(pausedAt));
  return Math.max(0, until - Date.parse(startedAt) - pausedMs);
}
