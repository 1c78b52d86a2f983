import type { LiveState, SectionTimes } from './live-state.ts';

/** Nothing was on the stage yet. */
export const NO_TIMES: SectionTimes = { spent: {}, since: null };

type Staged = Pick<LiveState, 'section' | 'pausedAt'>;

/** The times once the live state has become another at this moment (ISO 8601): what was on the stage until then has had its time. */
export function timesAfter(times: SectionTimes, from: Staged, to: Staged & { readonly at: string }): SectionTimes {
  if (from.section === to.section && from.pausedAt === to.pausedAt && times.since !== null) return times;
  const runs = to.section !== null && to.pausedAt === null;
  return { spent: spentUntil(times, from.section, to.at), since: runs ? to.at : null };
}

/** Milliseconds by section up to a moment (ISO 8601), that of the section on the stage included. */
export function spentUntil({ spent, since }: SectionTimes, section: string | null, at: string): SectionTimes['spent'] {
  if (since === null || section === null) return spent;
  const more = Math.max(0, Date.parse(at) - Date.parse(since));
  return { ...spent, [section]: (spent[section] ?? 0) + more };
}
