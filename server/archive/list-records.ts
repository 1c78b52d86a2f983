import type { RecordSummary } from '#lib/views.ts';
import type { Visitor } from '#lib/visitor.ts';
import type { ListPart } from '#server/calls/list-calls.ts';
import { findSeries } from '#server/series/find-series.ts';
import { recordSummaries } from './record-summaries.ts';

/** The records of a series, the latest call first, and where the next part begins. For who may read them. */
export async function listRecords(
  visitor: Visitor,
  slug: string,
  { limit, after }: ListPart,
): Promise<{ readonly records: readonly RecordSummary[]; readonly next: string | null }> {
  const { series } = await findSeries(visitor, slug, 'record.read');
  const records = await recordSummaries(series, { limit: limit + 1, after });
  const part = records.slice(0, limit);
  return { records: part, next: records.length > limit ? (part.at(-1)?.call.address ?? null) : null };
}
