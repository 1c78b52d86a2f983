'use client';

import { useOwnZone, useSecond } from '#components/time/clock.ts';
import { sayTime } from '#lib/dates/say-when.ts';
import { messages } from '#lib/messages/en.ts';
import { elapsed } from './elapsed.ts';

interface CallClockProps {
  /** When the call began (ISO 8601), or null. */
  readonly startedAt: string | null;
  readonly timeZone: string;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
}

/** The time of day, and how long the call has run. Never a live region: a clock that speaks cannot be silenced. */
export function CallClock({ startedAt, timeZone, madeAt }: CallClockProps) {
  const now = useSecond(madeAt);
  const zone = useOwnZone(timeZone);
  return (
    <dl className="tabular flex items-end gap-8">
      <div className="flex flex-col-reverse">
        <dt className="text-12 text-soft">{messages.live.clock}</dt>
        <dd className="text-31 leading-none font-medium desk:text-39">{sayTime(now, zone)}</dd>
      </div>
      <div className="flex flex-col-reverse">
        <dt className="text-12 text-soft">{startedAt === null ? messages.live.notStarted : messages.live.elapsed}</dt>
        <dd className="text-31 leading-none font-light desk:text-39">
          {elapsed(startedAt === null ? 0 : now.getTime() - Date.parse(startedAt))}
        </dd>
      </div>
    </dl>
  );
}
