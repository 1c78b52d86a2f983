import { z } from 'zod';
import type { SeriesRole } from '#lib/access.ts';
import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';
import type { Visitor } from '#lib/visitor.ts';
import { audit } from '#server/audit.ts';
import { bus } from '#server/bus/open-bus.ts';
import { database, type Transaction } from '#server/database/client.ts';
import { findSeries, nothingHere } from '#server/series/find-series.ts';
import { hostOf } from './host-of.ts';

const words = messages.people.members;

/** Two who leave or are made less at once take turns: without a host nobody could manage the series. */
async function lockMembers(tx: Transaction, seriesId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM membership WHERE series_id = ${seriesId}::uuid FOR UPDATE`;
}

/** Refuses when this person is the only host who can still sign in. */
async function requireAnotherHost(tx: Transaction, seriesId: string, personId: string): Promise<void> {
  const others = await tx.membership.count({
    where: { seriesId, role: 'host', personId: { not: personId }, person: { disabledAt: null } },
  });
  if (others === 0) throw new Refusal('conflict', words.lastHost);
}

async function roleIn(tx: Transaction, seriesId: string, personId: string): Promise<SeriesRole> {
  if (!z.uuid().safeParse(personId).success) throw nothingHere();
  const membership = await tx.membership.findUnique({ where: { seriesId_personId: { seriesId, personId } } });
  if (membership === null) throw nothingHere();
  return membership.role;
}

/** Gives a member another role. Hosts only; the last host stays one. Open sockets hear of it at once. */
export async function changeRole(visitor: Visitor, slug: string, personId: string, role: SeriesRole): Promise<void> {
  const { series, personId: by } = await hostOf(visitor, slug);
  await database().$transaction(async (tx) => {
    await lockMembers(tx, series.id);
    const before = await roleIn(tx, series.id, personId);
    if (before === role) return;
    if (before === 'host') await requireAnotherHost(tx, series.id, personId);
    await tx.membership.update({ where: { seriesId_personId: { seriesId: series.id, personId } }, data: { role } });
    await audit(tx, {
      act: 'membership.role',
      personId: by,
      seriesId: series.id,
      details: { person: personId, from: before, role },
    });
  });
  bus().publish('access.changed', { seriesId: series.id, personId });
}

async function endMembership(slug: string, { seriesId, personId, by }: Ending): Promise<void> {
  await database().$transaction(async (tx) => {
    await lockMembers(tx, seriesId);
    const role = await roleIn(tx, seriesId, personId);
    if (role === 'host') await requireAnotherHost(tx, seriesId, personId);
    await tx.membership.delete({ where: { seriesId_personId: { seriesId, personId } } });
    await audit(tx, { act: 'membership.remove', personId: by, seriesId, details: { person: personId, role, slug } });
  });
  bus().publish('access.changed', { seriesId, personId });
}

interface Ending {
  readonly seriesId: string;
  readonly personId: string;
  readonly by: string | null;
}

/** Takes somebody out of the members. What they wrote stays. Hosts only. */
export async function removeMember(visitor: Visitor, slug: string, personId: string): Promise<void> {
  const { series, personId: by } = await hostOf(visitor, slug);
  await endMembership(slug, { seriesId: series.id, personId, by });
}

/** Leaves a series that one is a member of. The last host hands it over first. */
export async function leaveSeries(visitor: Visitor, slug: string): Promise<void> {
  const { series, asker } = await findSeries(visitor, slug, 'series.members');
  if (asker.personId === null) throw nothingHere();
  await endMembership(slug, { seriesId: series.id, personId: asker.personId, by: asker.personId });
}

/** Makes another member the host and the one who asks a writer, in one step. Hosts only. */
export async function handOver(visitor: Visitor, slug: string, personId: string): Promise<void> {
  const { series, personId: by } = await hostOf(visitor, slug);
  if (by === null || by === personId) throw nothingHere();
  await database().$transaction(async (tx) => {
    await lockMembers(tx, series.id);
    await roleIn(tx, series.id, personId);
    const where = (id: string) => ({ seriesId_personId: { seriesId: series.id, personId: id } });
    await tx.membership.update({ where: where(personId), data: { role: 'host' } });
    await tx.membership.update({ where: where(by), data: { role: 'writer' } });
    await audit(tx, { act: 'series.handOver', personId: by, seriesId: series.id, details: { to: personId } });
  });
  bus().publish('access.changed', { seriesId: series.id });
}
