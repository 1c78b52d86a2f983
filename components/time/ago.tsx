'use client';

import { sayDistance } from '#lib/dates/say-when.ts';
import { useNow, useOwnZone } from './clock.ts';

interface AgoProps {
  /** ISO 8601. */
  readonly at: string;
  readonly timeZone: string;
  /** When the page was made, ISO 8601. */
  readonly madeAt: string;
  /** Makes words around the distance. */
  readonly say?: (distance: string) => string;
}

/** How long ago something happened. */
export function Ago({ at, timeZone, madeAt, say = (distance) => distance }: AgoProps) {
  const now = useNow(madeAt);
  const own = useOwnZone(timeZone);
  return <time dateTime={at}>{say(sayDistance(new Date(at), own, now))}</time>;
}
