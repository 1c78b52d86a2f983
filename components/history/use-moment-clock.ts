'use client';

import { useNow, useOwnZone } from '#components/time/clock.ts';
import { sayDay, sayTime } from '#lib/dates/say-when.ts';
import type { HistoryFrame } from './history-frame.ts';

/** How instants are said on a page of this series, in the reader's own zone. */
export function useMomentClock(
  timeZone: string,
  madeAt: string,
): Pick<HistoryFrame, 'sayMoment' | 'sayDay' | 'sayTime'> {
  const now = useNow(madeAt);
  const own = useOwnZone(timeZone);
  const dayOf = (at: string): string => sayDay(new Date(at), own, now);
  const clockOf = (at: string): string => sayTime(new Date(at), own);
  const today = sayDay(now, own, now);
  return {
    sayDay: dayOf,
    sayTime: clockOf,
    sayMoment: (at) => (dayOf(at) === today ? clockOf(at) : `${dayOf(at)}, ${clockOf(at)}`),
  };
}
