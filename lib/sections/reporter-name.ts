import { messages } from '#lib/messages/en.ts';
import type { SectionRow } from './running-order.ts';

/** Who reports a section, or stands in, as people are called; null where the row names nobody. */
export function reporterName(row: Pick<SectionRow, 'reporter' | 'deputy'> | null): string | null {
  if (row?.reporter != null) return row.reporter.name;
  return row?.deputy == null ? null : messages.presenting.reporter.standIn(row.deputy.name);
}
