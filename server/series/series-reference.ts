import { may } from '#lib/access.ts';
import type { Asker } from '#lib/access.ts';
import { addresses } from '#lib/addresses.ts';
import type { SeriesReference } from '#lib/views.ts';
import type { Series } from '#prisma/client/client.ts';

/** The series as every page of it needs it, with what the asker may do there. */
export function seriesReference(series: Series, asker: Asker): SeriesReference {
  return {
    id: series.id,
    slug: series.slug,
    name: series.name,
    timeZone: series.timeZone,
    open: series.readRecords === 'public' && series.deletedAt === null,
    role: asker.role,
    addresses: {
      series: addresses.series(series.slug),
      now: addresses.now(series.slug),
      archive: addresses.archive(series.slug),
      template: addresses.template(series.slug),
    },
    may: {
      manage: may(asker, 'series.manage', series),
      plan: may(asker, 'call.plan', series),
      importDecks: may(asker, 'import.run', series),
      readDecks: may(asker, 'deck.read', series),
      writeDecks: may(asker, 'deck.write', series),
      readLive: may(asker, 'live.read', series),
      readRecords: may(asker, 'record.read', series),
    },
  };
}
