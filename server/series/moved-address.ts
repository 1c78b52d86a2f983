import { may } from '#lib/access.ts';
import { addresses } from '#lib/addresses.ts';
import type { Visitor } from '#lib/visitor.ts';
import { isText } from '#lib/text-argument.ts';
import { askerFor } from '#server/accounts/authorize.ts';
import { database } from '#server/database/client.ts';
import type { Series } from '#prisma/client/client.ts';

/**
 * Where a series that was renamed, or a call that was moved, is now: asked when nothing was found at an address. Null when
 * there is nothing, or nothing that the visitor may know of.
 */
export async function movedAddress(visitor: Visitor, slug: string, call?: string): Promise<string | null> {
  if (![slug, call ?? ''].every(isText)) return null;
  const series = await seriesAt(slug);
  if (series === null || !may(await askerFor(visitor, series.id), 'series.read', series)) return null;
  if (call === undefined) return series.slug === slug ? null : addresses.series(series.slug);
  const moved = await database().callAddress.findUnique({
    where: { seriesId_address: { seriesId: series.id, address: call } },
    include: { call: { select: { address: true } } },
  });
  if (moved !== null) return addresses.call(series.slug, moved.call.address);
  return series.slug === slug ? null : addresses.call(series.slug, call);
}

/** The address of a series that had another one before, or null where it has it still, or for who may not know of it. */
export async function seriesNow(visitor: Visitor, slug: string): Promise<string | null> {
  const moved = await movedAddress(visitor, slug);
  return moved === null ? null : moved.slice(addresses.series('').length);
}

/** The series that has this address, or had it. */
async function seriesAt(slug: string): Promise<Series | null> {
  const now = await database().series.findUnique({ where: { slug } });
  if (now !== null) return now;
  const before = await database().seriesAddress.findUnique({ where: { slug }, include: { series: true } });
  return before?.series ?? null;
}
