import { sayDay } from '#lib/dates/say-when.ts';
import type { DeletedRow } from '#lib/bin/bin-views.ts';

/** The day of a deleted call as people say it, with the year when that is not the one it was deleted in. */
export function sayCallDay({ date, deletedAt }: Pick<DeletedRow, 'date' | 'deletedAt'>): string {
  return date === null ? '' : sayDay(new Date(`${date}T12:00:00Z`), 'UTC', new Date(deletedAt));
}
