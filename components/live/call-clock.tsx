'use client';

import { useOwnZone, useSecond } from '#components/time/clock.ts';
import { sayTime } from '#lib/dates/say-when.ts';
import { callElapsed, type LiveClock } from '#lib/live/call-elapsed.ts';
import { elapsed } from '#lib/live/elapsed.ts';
import { messages } from '#lib/messages/en.ts';

interface CallClockProps {
  /** Since when the call runs and how long its clock stood still; null before it has begun. */
  readonly live: LiveClock | null;
  readonly timeZone: string;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

const VALUE = 'text-31 leading-none desk:text-[3.0625rem]';

/** The time of day, and how long the call has run. Never a live region: a clock that speaks cannot be silenced. */
export function CallClock({ live, timeZone, madeAt }: CallClockProps) {
  const now = useSecond(madeAt);
  const zone = useOwnZone(timeZone);
  return (
    <dl className="tabular flex items-end gap-8">
      <div className="flex flex-col-reverse gap-1">
        <dt className="text-12 text-soft">{messages.live.clock}</dt>
        <dd className={`${VALUE} font-medium`}>{sayTime(now, zone)}</dd>
      </div>
      {live !== null && (
        <div className="flex flex-col-reverse gap-1">
          <dt className="text-12 text-soft">
            {live.pausedAt === null ? messages.live.elapsed : messages.callTime.paused}
          </dt>
          <dd className={`${VALUE} font-light`}>{elapsed(callElapsed(live, now.getTime()))}</dd>
        </div>
      )}
    </dl>
  );
}
