import { Refusal } from '#lib/errors.ts';
import { audit } from '#server/audit.ts';
import { bus } from '#server/bus/open-bus.ts';
import { database, type Transaction } from '#server/database/client.ts';

/** What stands where the name of somebody stood whose account was deleted. */
export const FORMER_MEMBER = 'Former member';

/** One at a time: two admins who end each other would leave none. */
const ENDING = 7_365_869;

/** Series of which this person is the only host who can sign in. */
export async function onlyHostOf(tx: Transaction, personId: string): Promise<readonly string[]> {
  const series = await tx.series.findMany({
    where: {
      deletedAt: null,
      memberships: { some: { personId, role: 'host' } },
      NOT: { memberships: { some: { role: 'host', personId: { not: personId }, person: { disabledAt: null } } } },
    },
    select: { name: true },
    orderBy: { name: 'asc' },
  });
  return series.map(({ name }) => name);
}

async function requireAnotherAdmin(tx: Transaction, personId: string): Promise<void> {
  const person = await tx.person.findUnique({ where: { id: personId }, select: { admin: true } });
  if (person?.admin !== true) return;
  const others = await tx.person.count({
    where: { admin: true, disabledAt: null, authUserId: { not: null }, id: { not: personId } },
  });
  if (others === 0) throw new Refusal('conflict', 'This is the last admin: make somebody else one first.');
}

interface Ending {
  readonly personId: string;
  /** Who does it. */
  readonly by: string | null;
}

async function oneAtATime(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ENDING})`;
}

/** Gives somebody the rights of an admin, or takes them. The last admin stays one. */
export async function setAdmin({ personId, by }: Ending, admin: boolean): Promise<void> {
  await database().$transaction(async (tx) => {
    await oneAtATime(tx);
    if (!admin) await requireAnotherAdmin(tx, personId);
    await tx.person.updateMany({ where: { id: personId, authUserId: { not: null } }, data: { admin } });
    await audit(tx, { act: 'account.admin', personId: by, details: { person: personId, admin } });
  });
  bus().publish('access.changed', { personId });
}

/** Lets somebody in no more: all sessions end, open sockets too. What they made and wrote stays. The last admin is not disabled. */
export async function disablePerson({ personId, by }: Ending): Promise<void> {
  await database().$transaction(async (tx) => {
    await oneAtATime(tx);
    await requireAnotherAdmin(tx, personId);
    const { authUserId } = await tx.person.update({ where: { id: personId }, data: { disabledAt: new Date() } });
    if (authUserId !== null) await tx.authSession.deleteMany({ where: { userId: authUserId } });
    await tx.link.updateMany({ where: { personId, revokedAt: null }, data: { revokedAt: new Date() } });
    await audit(tx, { act: 'account.disable', personId: by, details: { person: personId } });
  });
  bus().publish('access.changed', { personId });
}

/** Lets somebody in again who was disabled. */
export async function enablePerson({ personId, by }: Ending): Promise<void> {
  await database().$transaction(async (tx) => {
    await tx.person.update({ where: { id: personId, deletedAt: null }, data: { disabledAt: null } });
    await audit(tx, { act: 'account.enable', personId: by, details: { person: personId } });
  });
  bus().publish('access.changed', { personId });
}

/**
 * Deletes an account, or a guest: name, handle, address, sessions and memberships go; what they wrote stays, under "Former
 * member". Records keep the names that stand in them. Refuses for the last admin, and for whoever is the only host of a series.
 */
export async function deletePerson({ personId, by }: Ending): Promise<void> {
  await database().$transaction(async (tx) => {
    await oneAtATime(tx);
    await requireAnotherAdmin(tx, personId);
    const hosted = await onlyHostOf(tx, personId);
    if (hosted.length > 0)
      throw new Refusal('conflict', `Without them nobody is host of ${hosted.join(', ')}: hand that over first.`);
    await forget(tx, personId);
    await audit(tx, { act: 'account.delete', personId: by === personId ? null : by, details: { person: personId } });
  });
  bus().publish('access.changed', { personId });
}

async function forget(tx: Transaction, personId: string): Promise<void> {
  const now = new Date();
  const { authUserId } = await tx.person.findUniqueOrThrow({ where: { id: personId } });
  const inOpenDecks = { deck: { frozenAt: null } };
  await tx.section.updateMany({ where: { reporterId: personId, ...inOpenDecks }, data: { reporterId: null } });
  await tx.section.updateMany({ where: { deputyId: personId, ...inOpenDecks }, data: { deputyId: null } });
  await tx.membership.deleteMany({ where: { personId } });
  await tx.teamMember.deleteMany({ where: { personId } });
  await tx.link.updateMany({ where: { personId, revokedAt: null }, data: { revokedAt: now } });
  await tx.invitation.updateMany({ where: { personId, acceptedAt: null, revokedAt: null }, data: { revokedAt: now } });
  await tx.person.update({
    where: { id: personId },
    data: {
      name: FORMER_MEMBER,
      handle: null,
      email: null,
      admin: false,
      authUserId: null,
      guestKeyHash: null,
      lastSeenAt: null,
      disabledAt: now,
      deletedAt: now,
    },
  });
  if (authUserId !== null) await tx.authUser.delete({ where: { id: authUserId } });
}
