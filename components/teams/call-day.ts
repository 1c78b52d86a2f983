import { sayShortDay } from '#lib/dates/say-when.ts';

/** The day of a call with its year, `12 Dec 2024`, from `2024-12-12`. */
export function callDay(date: string): string {
  return `${sayShortDay(new Date(`${date}T12:00:00Z`), 'UTC')} ${date.slice(0, 4)}`;
}
