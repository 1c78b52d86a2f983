import type { ArchiveView, RecordSummary } from '#lib/views.ts';
import type { Visitor } from '#lib/visitor.ts';
import { findSeries } from '#server/series/find-series.ts';
import { seriesReference } from '#server/series/series-reference.ts';

import { recordSummaries } from './record-summaries.ts';

/** All records of a series, by year. */
export async function archivePage(visitor: Visitor, slug: string): Promise<ArchiveView> {
  const { series, asker } = await findSeries(visitor, slug, 'record.read');
  const records = await recordSummaries(series);
  return { series: seriesReference(series, asker), years: byYear(records), total: records.length };
}

/** Groups records that are in order; years in the zone of each call. */
function byYear(records: readonly RecordSummary[]): ArchiveView['years'] {
  const years = new Map<number, RecordSummary[]>();
  for (const record of records) {
    const year = Number(record.call.when.date.slice(0, 4));
    const known = years.get(year);
    if (known === undefined) years.set(year, [record]);
    else known.push(record);
  }
  return [...years].map(([year, ofYear]) => ({ year, records: ofYear })).toSorted((a, b) => b.year - a.year);
}
