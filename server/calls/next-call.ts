import { dateIn, startOfDay } from '#lib/dates/call-date.ts';
import { database } from '#server/database/client.ts';
import type { Call, Series } from '#prisma/client/client.ts';
import { callsOf } from './calls-of.ts';

/** The planned call that is next: of today (even when its time has passed) or of the nearest day to come. Null without one. */
export async function nextCallAfter(series: Series, now: Date): Promise<Call | null> {
  const today = startOfDay(dateIn(now, series.timeZone), series.timeZone);
  return database().call.findFirst({
    where: { ...callsOf(series.id), state: 'planned', startsAt: { gte: today } },
    orderBy: [{ startsAt: 'asc' }, { address: 'asc' }],
  });
}
