import { messages } from '#lib/messages/en.ts';

const LOCALE = 'en-GB';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Parts = Intl.DateTimeFormatOptions;

/** The day of an instant as people say it, `Thu 12 Dec`; with the year when it is not the one of `now`. */
export function sayDay(at: Date, timeZone: string, now: Date): string {
  const year = yearIn(at, timeZone) === yearIn(now, timeZone) ? '' : ` ${yearIn(at, timeZone)}`;
  return format(at, timeZone, { weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '') + year;
}

/** The whole day, `Thursday 12 December 2024`. */
export function sayLongDay(at: Date, timeZone: string): string {
  return format(at, timeZone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).replace(',', '');
}

/** Day and month, `12 Dec`, for lists that stand under their year. */
export function sayShortDay(at: Date, timeZone: string): string {
  return format(at, timeZone, { day: 'numeric', month: 'short' });
}

/** The time of an instant, `15:05`. */
export function sayTime(at: Date, timeZone: string): string {
  return format(at, timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** How far away an instant is, `in 2 hours`, `3 days ago`; `now` within half a minute. Days are counted by the calendar. */
export function sayDistance(at: Date, timeZone: string, now: Date): string {
  const words = messages.frame.dates;
  const gap = at.getTime() - now.getTime();
  const size = Math.abs(gap);
  if (size < MINUTE / 2) return words.now;
  if (size < HOUR) return (gap > 0 ? words.inMinutes : words.minutesAgo)(Math.max(1, Math.round(size / MINUTE)));
  if (size < DAY / 2) return (gap > 0 ? words.inHours : words.hoursAgo)(Math.round(size / HOUR));
  return sayDays(dayNumber(at, timeZone) - dayNumber(now, timeZone), gap);
}

function sayDays(days: number, gap: number): string {
  const words = messages.frame.dates;
  if (days === 0) return (gap > 0 ? words.inHours : words.hoursAgo)(Math.round(Math.abs(gap) / HOUR));
  return days > 0 ? words.inDays(days) : words.daysAgo(-days);
}

/** Whether the two zones show the same clock at that instant. */
export function sameClock(at: Date, one: string, other: string): boolean {
  return one === other || sayDay(at, one, at) + sayTime(at, one) === sayDay(at, other, at) + sayTime(at, other);
}

/** A zone as people say it, `Berlin` for `Europe/Berlin`. */
export function sayZone(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}

function dayNumber(at: Date, timeZone: string): number {
  const [day = 1, month = 1, year = 1970] = format(at, timeZone, { day: 'numeric', month: 'numeric', year: 'numeric' })
    .split('/')
    .map(Number);
  return Math.floor(Date.UTC(year, month - 1, day) / DAY);
}

function yearIn(at: Date, timeZone: string): string {
  return format(at, timeZone, { year: 'numeric' });
}

function format(at: Date, timeZone: string, parts: Parts): string {
  return new Intl.DateTimeFormat(LOCALE, { timeZone, ...parts }).format(at);
}
