'use client';

import { addDays, dateIn } from '#lib/dates/call-date.ts';
import { sayDay, sayTime } from '#lib/dates/say-when.ts';
import { messages } from '#lib/messages/en.ts';
import { useNow, useOwnZone } from './clock.ts';

const words = messages.corrections.due;

interface DueTimeProps {
  /** ISO 8601. */
  readonly at: string;
  readonly timeZone: string;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
  /** Makes words around it. */
  readonly say: (time: string) => string;
}

/** When something will be done, `tomorrow at 18:00`, in the reader's own zone. */
export function DueTime({ at, timeZone, madeAt, say }: DueTimeProps) {
  const now = useNow(madeAt);
  const own = useOwnZone(timeZone);
  const due = new Date(at);
  const [day, today, time] = [dateIn(due, own), dateIn(now, own), sayTime(due, own)];
  const whole =
    day === today
      ? words.today(time)
      : day === addDays(today, 1)
        ? words.tomorrow(time)
        : words.on(sayDay(due, own, now), time);
  return <time dateTime={at}>{say(whole)}</time>;
}
