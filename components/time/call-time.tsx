'use client';

import { sameClock, sayDay, sayDistance, sayTime, sayZone } from '#lib/dates/say-when.ts';
import { messages } from '#lib/messages/en.ts';
import type { When } from '#lib/views.ts';
import { useNow, useOwnZone } from './clock.ts';

interface CallTimeProps {
  readonly when: When;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
  /** Whether to say how far away it is. */
  readonly distance?: boolean;
}

/** When a call is, in the reader's own zone, with the series' zone beside it when the clocks differ. */
export function CallTime({ when, madeAt, distance = false }: CallTimeProps) {
  const now = useNow(madeAt);
  const own = useOwnZone(when.timeZone);
  const at = new Date(when.at);
  if (!when.hasTime) {
    return <time dateTime={when.date}>{sayDay(at, when.timeZone, now)}</time>;
  }
  const elsewhere = sameClock(at, own, when.timeZone)
    ? null
    : messages.frame.dates.there(sayTime(at, when.timeZone), sayZone(when.timeZone));
  const words = [`${sayDay(at, own, now)}, ${sayTime(at, own)}`, elsewhere === null ? null : `(${elsewhere})`].filter(
    (part) => part !== null,
  );
  return (
    <span className="tabular">
      <time dateTime={when.at}>{words.join(' ')}</time>
      {distance && <span className="text-soft"> – {sayDistance(at, own, now)}</span>}
    </span>
  );
}

interface InstantProps {
  /** ISO 8601. */
  readonly at: string;
  readonly timeZone: string;
  /** Makes words around the time. */
  readonly say?: (time: string) => string;
}

/** The time of day of something that happened, in the reader's own zone. */
export function ClockTime({ at, timeZone, say = (time) => time }: InstantProps) {
  const own = useOwnZone(timeZone);
  return <time dateTime={at}>{say(sayTime(new Date(at), own))}</time>;
}
