import { Temporal } from 'temporal-polyfill';

/** When a call is meant to be: stored as an instant with its zone, never as a bare date. */
export interface Schedule {
  readonly startsAt: Date;
  readonly timeZone: string;
  readonly hasTime: boolean;
}

/** The instant of a day and, if it is known, a time (`15:05`) in a zone. Without a time it is noon, so that no zone's offset moves the day. */
export function scheduleOf(date: string, time: string | undefined, timeZone: string): Schedule {
  const plain = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time ?? '12:00'));
  const instant = plain.toZonedDateTime(timeZone).toInstant();
  return { startsAt: new Date(instant.epochMilliseconds), timeZone, hasTime: time !== undefined };
}

/** The day of an instant in a zone, `2024-12-12`. */
export function dateIn(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/** First instant of a day in a zone. */
export function startOfDay(date: string, timeZone: string): Date {
  const start = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone });
  return new Date(start.toInstant().epochMilliseconds);
}

/** The day so many days later (earlier when negative). */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Whether year, month and day name a day of the calendar. */
export function isCalendarDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
}

/** The address of a call on that day: the day itself, or `-2`, `-3`… when it is taken. */
export function freeCallAddress(date: string, isTaken: (address: string) => boolean): string {
  if (!isTaken(date)) return date;
  let number = 2;
  while (isTaken(`${date}-${number}`)) number += 1;
  return `${date}-${number}`;
}
