import type { LiveClock } from './call-elapsed.ts';
import type { SectionTimes } from './live-state.ts';
import { spentUntil } from './section-times.ts';

/** The time between the end of a call and its going on (both ISO 8601). */
export interface Gap {
  readonly endedAt: string;
  readonly at: string;
}

/** The clock of a call that is resumed: in between it stood still. */
export function resumedClock({ pausedAt, pausedMs }: LiveClock, { endedAt, at }: Gap): Pick<LiveClock, 'pausedMs'> {
  // A pause that was on at the end goes on, and has the gap in it.
  if (pausedAt !== null) return { pausedMs };
  return { pausedMs: pausedMs + Math.max(0, Date.parse(at) - Date.parse(endedAt)) };
}

/** The times of a call that is resumed: the section on the stage counted until the end, and counts on from now. */
export function resumedTimes(times: SectionTimes, section: string | null, { endedAt, at }: Gap): SectionTimes {
  return { spent: spentUntil(times, section, endedAt), since: times.since === null ? null : at };
}
