import { z } from 'zod';
import { addresses } from '#lib/addresses.ts';
import { binBegins } from '#lib/bin/bin-time.ts';
import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';
import type { Visitor } from '#lib/visitor.ts';
import { authorize } from '#server/accounts/authorize.ts';
import { audit } from '#server/audit.ts';
import { bus } from '#server/bus/open-bus.ts';
import { callsOf } from '#server/calls/calls-of.ts';
import { database, type Transaction } from '#server/database/client.ts';
import { flushDeck } from '#server/decks/flush-deck.ts';
import { findSeries, nothingHere } from '#server/series/find-series.ts';
import type { Series } from '#prisma/client/client.ts';

/** Whoever else deletes it, brings it back, plans or starts a call of it at this moment waits here. */
async function holdSeries(tx: Transaction, seriesId: string): Promise<Series> {
  await tx.$queryRaw`SELECT 1 FROM series WHERE id = ${seriesId}::uuid FOR UPDATE`;
  const series = await tx.series.findUnique({ where: { id: seriesId } });
  if (series === null) throw nothingHere();
  return series;
}

/** Open pages learn it first, then whatever is open is asked again and closed. */
function ring(seriesId: string): void {
  bus().publish('rows.changed', { seriesId, callId: null, what: 'series' });
  bus().publish('access.changed', { seriesId });
}

async function flushDecks(seriesId: string): Promise<void> {
  const decks = await database().deck.findMany({ where: { seriesId, frozenAt: null }, select: { id: true } });
  await Promise.all(decks.map(({ id }) => flushDeck(id)));
}

/**
 * Puts a series with everything in it into the bin: nobody reads or writes anything of it until a host or an admin brings it
 * back, within 30 days. It keeps its address, and nothing in it changes. For hosts. A series with a live call is refused.
 * Deleting it twice is one act.
 */
export async function deleteSeries(visitor: Visitor, slug: string): Promise<{ readonly address: string }> {
  const { series, asker } = await findSeries(visitor, slug, 'series.delete');
  const { id: seriesId, name } = series;
  // What is typed at this moment is there when it is brought back.
  if (series.deletedAt === null) await flushDecks(seriesId);
  const personId = asker.personId;
  const deleted = await database().$transaction(async (tx) => {
    const { deletedAt } = await holdSeries(tx, seriesId);
    if (deletedAt !== null) return false;
    const live = await tx.call.count({ where: { ...callsOf(seriesId), state: 'live' } });
    if (live > 0) throw new Refusal('conflict', messages.bin.series.live);
    await tx.series.update({ where: { id: seriesId }, data: { deletedAt: new Date(), deletedById: personId } });
    await audit(tx, { act: 'series.delete', personId, seriesId, details: { name } });
    return true;
  });
  if (deleted) ring(seriesId);
  return { address: addresses.series(slug) };
}

/**
 * Brings a series back from the bin, as it was; calls that were deleted by themselves stay there. For its hosts, and for admins.
 * Doing it twice is one act; after 30 days it is refused.
 */
export async function restoreSeries(
  visitor: Visitor,
  seriesId: string,
  now = new Date(),
): Promise<{ readonly address: string }> {
  const found = z.uuid().safeParse(seriesId).success
    ? await database().series.findUnique({ where: { id: seriesId } })
    : null;
  if (found === null) throw nothingHere();
  const { personId } = await authorize(visitor, 'series.restore', found);
  const restored = await database().$transaction(async (tx) => {
    const { deletedAt, name } = await holdSeries(tx, seriesId);
    if (deletedAt === null) return false;
    if (deletedAt < binBegins(now)) throw new Refusal('conflict', messages.bin.tooLate);
    await tx.series.update({ where: { id: seriesId }, data: { deletedAt: null, deletedById: null } });
    await audit(tx, { act: 'series.restore', personId, seriesId, details: { name } });
    return true;
  });
  if (restored) ring(seriesId);
  return { address: addresses.series(found.slug) };
}
