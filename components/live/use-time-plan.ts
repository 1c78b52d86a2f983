import { useMemo } from 'react';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { useStore } from '#components/connection/use-store.ts';
import { useSecond } from '#components/time/clock.ts';
import { callElapsed } from '#lib/live/call-elapsed.ts';
import type { LiveState, SectionTimes } from '#lib/live/live-state.ts';
import { planTime, type TimePlan, type TimeToPlan } from '#lib/live/plan-time.ts';
import { NO_TIMES, spentUntil } from '#lib/live/section-times.ts';
import type { PlacedSection } from '#lib/sections/placed-section.ts';
import type { DeckView } from '#lib/views.ts';
import { timedSections, writtenSections } from './timed-sections.ts';

/** The sections of a call with their time, to the second. */
export interface TimedCall {
  /** Null before the call has started, and once it has ended. */
  readonly live: LiveState | null;
  readonly placed: readonly PlacedSection[];
  /** Number of the section on the stage; -1 while none is. */
  readonly current: number;
  readonly plan: TimePlan;
}

/** Plans the time of a call anew, every second. For pages that are in a browser. */
export function useTimePlan(
  { time }: Pick<DeckView, 'time'>,
  { connection, sections, presentation }: DeckSession,
): TimedCall {
  const live = useStore(connection.live);
  const times = useStore(connection.desk)?.times ?? NO_TIMES;
  const placed = useStore(sections);
  const shown = useStore(presentation);
  const now = useSecond(live?.startedAt ?? EPOCH);
  const written = useMemo(() => writtenSections(placed, shown), [placed, shown]);
  const current = live?.section == null ? -1 : placed.findIndex(({ row }) => row?.id === live.section);
  const { spent, elapsed } = live === null ? NOT_BEGUN : soFar(live, times, now);
  const plan = planTime({
    sections: timedSections({ placed, written, usual: time.usual, spent }),
    current: current === -1 ? null : current,
    slot: time.slot,
    elapsed,
  });
  return { live, placed, current, plan };
}

/** Never seen: the page is in a browser by then. */
const EPOCH = new Date(0).toISOString();

const NOT_BEGUN = { spent: {}, elapsed: 0 } as const;

function soFar(
  live: LiveState,
  times: SectionTimes,
  now: Date,
): Pick<TimeToPlan, 'elapsed'> & Pick<SectionTimes, 'spent'> {
  return {
    spent: spentUntil(times, live.section, now.toISOString()),
    elapsed: callElapsed(live, now.getTime()) / 1000,
  };
}
