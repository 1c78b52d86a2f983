import type { Visitor } from '#lib/visitor.ts';
import { findSeries } from '#server/series/find-series.ts';
import type { Series } from '#prisma/client/client.ts';

/** A series and the host of it who asks. Refuses everybody else. */
export async function hostOf(
  visitor: Visitor,
  slug: string,
): Promise<{ readonly series: Series; readonly personId: string | null }> {
  const { series, asker } = await findSeries(visitor, slug, 'series.manage');
  return { series, personId: asker.personId };
}
