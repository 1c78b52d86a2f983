'use client';

import { clsx } from 'clsx';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import type { SectionTime } from '#lib/live/plan-time.ts';
import { messages } from '#lib/messages/en.ts';
import type { DeckView } from '#lib/views.ts';
import { CallCourse } from './call-course.tsx';
import { TimeBar } from './time-bar.tsx';
import { useTimePlan } from './use-time-plan.ts';

const words = messages.callTime;

interface SectionClockProps {
  readonly view: DeckView;
  readonly session: DeckSession;
}

/** How long the section on the stage has had of its time, and how late the call is. Nothing while no time is planned. Never a live region. */
export function SectionClock({ view, session }: SectionClockProps) {
  const timed = useTimePlan(view, session);
  const { live, current, plan } = timed;
  if (live === null || plan.over === null) return null;
  const time = plan.sections[current];
  return (
    <div className="tabular min-w-0">
      <p className="flex flex-wrap items-baseline gap-x-3 text-16">
        {time !== undefined && <Spent time={time} />}
        <CallCourse timed={timed} className="ml-auto" />
      </p>
      {time !== undefined && <TimeBar time={time} className="mt-1.5" />}
    </div>
  );
}

/** What has passed of a section's time: `1:40 of 4:00`. */
export function Spent({ time: { spent, allotted, left } }: { readonly time: SectionTime }) {
  return (
    <span className={clsx('whitespace-nowrap', left !== null && left < 0 && 'font-semibold')}>
      {allotted === null ? words.spent(spent) : words.spentOf(spent, allotted)}
    </span>
  );
}
