import type { DeletedRow, SeriesBinView } from '#lib/bin/bin-views.ts';
import type { Visitor } from '#lib/visitor.ts';
import { database } from '#server/database/client.ts';
import { requirePerson } from '#server/people/profile.ts';
import { requireAdmin } from '#server/people/admin.ts';
import { findSeries } from '#server/series/find-series.ts';
import { seriesReference } from '#server/series/series-reference.ts';
import type { Prisma, Series } from '#prisma/client/client.ts';
import { deletedRows, inBin } from './deleted-rows.ts';

/** The calls of a series that can be brought back, the latest deleted first. For hosts. */
export async function seriesBin(visitor: Visitor, slug: string): Promise<SeriesBinView> {
  const { series, asker } = await findSeries(visitor, slug, 'series.manage');
  const now = new Date();
  const calls = await database().call.findMany({
    where: { seriesId: series.id, ...inBin(now) },
    orderBy: { deletedAt: 'desc' },
  });
  const things = calls.map((call) => ({ call, series }));
  return { series: seriesReference(series, asker), calls: await deletedRows(things, now) };
}

/** The series that the visitor can bring back as their host, the latest deleted first. */
export async function ownBin(visitor: Visitor): Promise<readonly DeletedRow[]> {
  return rowsOf(hostedBy(requirePerson(visitor).id), new Date());
}

/** How many those are. */
export async function countOwnBin({ person }: Visitor): Promise<number> {
  if (person?.signedIn !== true) return 0;
  return database().series.count({ where: { ...inBin(new Date()), ...hostedBy(person.id) } });
}

/** Every series in the bin. Admins only. */
export async function instanceBin(visitor: Visitor): Promise<readonly DeletedRow[]> {
  requireAdmin(visitor);
  return rowsOf({}, new Date());
}

function hostedBy(personId: string): Prisma.SeriesWhereInput {
  return { memberships: { some: { personId, role: 'host' } } };
}

async function rowsOf(where: Prisma.SeriesWhereInput, now: Date): Promise<readonly DeletedRow[]> {
  const all: readonly Series[] = await database().series.findMany({
    where: { ...where, ...inBin(now) },
    orderBy: { deletedAt: 'desc' },
  });
  return deletedRows(
    all.map((series) => ({ series })),
    now,
  );
}
