import type { Visitor } from '#lib/visitor.ts';
import { audit } from '#server/audit.ts';
import { bus } from '#server/bus/open-bus.ts';
import { database } from '#server/database/client.ts';
import { findSeries } from './find-series.ts';

/** Says whether a series shows pictures from other servers as they are. Open pages follow at once. For hosts. */
export async function chooseForeignPictures(visitor: Visitor, slug: string, show: boolean): Promise<void> {
  const { series, asker } = await findSeries(visitor, slug, 'asset.manage');
  if (series.foreignPictures === show) return;
  await database().$transaction(async (tx) => {
    await tx.series.update({ where: { id: series.id }, data: { foreignPictures: show } });
    await audit(tx, {
      act: 'series.foreignPictures',
      personId: asker.personId,
      seriesId: series.id,
      details: { show },
    });
  });
  bus().publish('rows.changed', { seriesId: series.id, callId: null, what: 'pictures' });
}
