import { addDays, dateIn, scheduleOf } from '#lib/dates/call-date.ts';

/** When minutes and corrections of a call close, in its own zone, on the day after it. */
const CLOSING_HOUR = '18:00';

/** The instant until which reporters may correct what they reported in a call; a call that is still live then, or was never started, is closed. */
export function closingTime({ startsAt, timeZone }: { readonly startsAt: Date; readonly timeZone: string }): Date {
  return scheduleOf(addDays(dateIn(startsAt, timeZone), 1), CLOSING_HOUR, timeZone).startsAt;
}
