import { z } from 'zod';

import { may, type Asker } from '#lib/access.ts';
import type { EverythingView, ExportCounts, SeriesExportView } from '#lib/export/export-views.ts';
import type { Visitor } from '#lib/visitor.ts';
import { askerFor } from '#server/accounts/authorize.ts';
import { callsOf } from '#server/calls/calls-of.ts';
import { database } from '#server/database/client.ts';
import { findSeries } from '#server/series/find-series.ts';
import { seriesReference } from '#server/series/series-reference.ts';
import { Prisma } from '#prisma/client/client.ts';
import type { Series } from '#prisma/client/client.ts';

import { readableSeries } from './export-zip.ts';

/** What of a series can be taken along by whoever may see it. */
export async function seriesExportPage(visitor: Visitor, slug: string): Promise<SeriesExportView> {
  const { series, asker } = await findSeries(visitor, slug, 'series.read');
  return {
    series: seriesReference(series, asker),
    ...(await countsOf(series, asker)),
    years: await yearsOf(series.id),
  };
}

const yearsSchema = z.array(z.object({ year: z.string() }));

/** The years of calls, the latest first, found inside the database: a series may have thousands. */
async function yearsOf(seriesId: string): Promise<readonly string[]> {
  const rows = await database().$queryRaw(Prisma.sql`
    SELECT DISTINCT left(address, 4) AS year FROM call
    WHERE series_id = ${seriesId}::uuid AND deleted_at IS NULL ORDER BY year DESC`);
  return yearsSchema.parse(rows).map(({ year }) => year);
}

/** What of everything can be. */
export async function everythingPage(visitor: Visitor): Promise<EverythingView> {
  const found: EverythingView['series'][number][] = [];
  for (const series of await readableSeries(visitor)) {
    const counts = await countsOf(series, await askerFor(visitor, series.id));
    found.push({ slug: series.slug, name: series.name, ...counts });
  }
  return { series: found };
}

/** How many there are that this asker may read; of pictures how many the series has. */
async function countsOf(series: Series, asker: Asker): Promise<ExportCounts> {
  const readsRecords = may(asker, 'record.read', series);
  const readsDecks = may(asker, 'deck.read', series);
  const where = callsOf(series.id);
  const [records, decks, pictures] = await Promise.all([
    readsRecords ? database().call.count({ where: { ...where, record: { isNot: null } } }) : 0,
    readsDecks ? database().call.count({ where: { ...where, state: { not: 'ended' } } }) : 0,
    readsRecords || readsDecks ? database().seriesAsset.count({ where: { seriesId: series.id } }) : 0,
  ]);
  return { records, decks, pictures };
}
