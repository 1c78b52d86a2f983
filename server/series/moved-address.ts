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
  const series = [slug, call ?? ''].every(isText) ? await seriesNow(slug) : undefined;
  if (series === undefined || !may(await askerFor(visitor, series.id), 'series.read', series)) return null;
  if (call === undefined) return series.slug === slug ? null : addresses.series(series.slug);
  const moved = await database().callAddress.findUnique({
    where: { seriesId_address: { seriesId: series.id, address: call } },
    include: { call: { select: { address: true } } },
  });
  if (moved !== null) return addresses.call(series.slug, moved.call.address);
  return series.slug === slug ? null : addresses.call(series.slug, call);
}

async function seriesNow(slug: string): Promise<Series | undefined> {
  return (
    (await database().series.findUnique({ where: { slug } })) ??
    (await database().seriesAddress.findUnique({ where: { slug }, include: { series: true } }))?.series
  );
}
