import type { SeriesRole } from '#lib/access.ts';
import { Refusal } from '#lib/errors.ts';
import { audit } from '#server/audit.ts';
import { bus } from '#server/bus/open-bus.ts';
import { database, type Transaction } from '#server/database/client.ts';
import { whereToWrite } from '#server/sections/where-to-write.ts';
import type { Prisma } from '#prisma/client/client.ts';
import { claimPerson, namedBy, ONLY_NAMED } from './claims.ts';
import { tokenHash } from './tokens.ts';

const PARTS = { series: true, person: true } as const satisfies Prisma.InvitationInclude;

type InvitationParts = Prisma.InvitationGetPayload<{ include: typeof PARTS }>;

/** An invitation that counts, as whoever opened it sees it. */
export interface OpenInvitation {
  readonly id: string;
  readonly role: SeriesRole;
  readonly series: { readonly name: string; readonly slug: string };
  /** Whom it is for, to begin a form with; null of one for many. */
  readonly person: { readonly name: string; readonly email: string | null } | null;
  readonly invitedBy: string | null;
}

/** Counts until it expires, is ended, or, when it is for one person, was accepted. */
function counts(invitation: InvitationParts): boolean {
  const { revokedAt, expiresAt, personId, acceptedAt } = invitation;
  return revokedAt === null && expiresAt.getTime() > Date.now() && (personId === null || acceptedAt === null);
}

/** The id of the invitation of a token, for the cookie. Null when it does not count (any more). */
export async function openInvitation(token: string): Promise<string | null> {
  const invitation = await database().invitation.findUnique({ where: { tokenHash: tokenHash(token) }, include: PARTS });
  return invitation === null || !counts(invitation) ? null : invitation.id;
}

async function counting(tx: Transaction, id: string | null): Promise<InvitationParts | null> {
  if (id === null) return null;
  const invitation = await tx.invitation.findUnique({ where: { id }, include: PARTS });
  // To a series in the bin nobody is let in; brought back, its invitations count again.
  return invitation === null || !counts(invitation) || invitation.series.deletedAt !== null ? null : invitation;
}

/** What an invitation says, or null when it does not count (any more). */
export async function readInvitation(id: string | null): Promise<OpenInvitation | null> {
  const invitation = await counting(database(), id);
  if (invitation === null) return null;
  const { role, series, person, createdById } = invitation;
  const by =
    createdById === null
      ? null
      : await database().person.findUnique({ where: { id: createdById }, select: { name: true } });
  return {
    id: invitation.id,
    role,
    series: { name: series.name, slug: series.slug },
    person: person === null ? null : { name: person.name, email: person.email },
    invitedBy: by?.name ?? null,
  };
}

/** Where the mail with an invitation went, when it counts: whoever opens it has proved that this address is theirs. */
export async function mailedTo(id: string | null): Promise<string | null> {
  return (await counting(database(), id))?.mailedTo ?? null;
}

const STRENGTH: Readonly<Record<SeriesRole, number>> = { reader: 0, writer: 1, host: 2 };

/**
 * Makes a person with an account a member, as an invitation says; gives the address where they go on. A role that they have is
 * never made less by it. Whoever was only named until now, and is the one it was for, is them from now on. Refuses one that does
 * not count (any more); of two who use it at once, one.
 */
export async function acceptInvitation(personId: string, id: string): Promise<string> {
  const series = await database().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM invitation WHERE id = ${id}::uuid FOR UPDATE`;
    const invitation = await counting(tx, id);
    if (invitation === null)
      throw new Refusal('not-found', 'This invitation has been used, was ended, or is too old. Ask for a new one.');
    const { seriesId, person } = invitation;
    await addMember(tx, { seriesId, personId, role: invitation.role });
    const isNamed = person !== null && person.id !== personId;
    if (isNamed && (await tx.person.count({ where: { id: person.id, ...ONLY_NAMED } })) === 1)
      await claimPerson(tx, person.id, personId);
    await tx.invitation.update({ where: { id }, data: { acceptedAt: new Date(), acceptedById: personId } });
    await audit(tx, {
      act: 'invitation.accept',
      personId,
      seriesId,
      details: { invitation: id, role: invitation.role },
    });
    return invitation.series;
  });
  bus().publish('access.changed', { seriesId: series.id, personId });
  return whereToWrite(series, personId);
}

async function addMember(
  tx: Transaction,
  { seriesId, personId, role }: { readonly seriesId: string; readonly personId: string; readonly role: SeriesRole },
): Promise<void> {
  const known = await tx.membership.findUnique({ where: { seriesId_personId: { seriesId, personId } } });
  if (known === null) {
    await tx.membership.create({ data: { seriesId, personId, role } });
    await audit(tx, { act: 'membership.create', personId, seriesId, details: { person: personId, role } });
  } else if (STRENGTH[known.role] < STRENGTH[role]) {
    await tx.membership.update({ where: { seriesId_personId: { seriesId, personId } }, data: { role } });
    await audit(tx, { act: 'membership.role', personId, seriesId, details: { person: personId, role } });
  }
}

/**
 * Whether somebody without an account may make one: they hold an invitation that counts, or are known by this address or handle
 * already, because somebody named them.
 */
export async function isExpected(
  invitationId: string | null,
  proof: { readonly email: string | null; readonly handle: string | null },
): Promise<boolean> {
  if ((await counting(database(), invitationId)) !== null) return true;
  return (await namedBy(database(), proof)).length > 0;
}

/**
 * Where somebody goes on by an invitation that they have accepted already, on their way through signing in; null when it was not
 * theirs, or they are no member (any more).
 */
export async function whereMemberGoes(personId: string, invitationId: string): Promise<string | null> {
  const invitation = await database().invitation.findUnique({ where: { id: invitationId }, include: { series: true } });
  if (invitation === null || invitation.acceptedById !== personId) return null;
  const membership = await database().membership.findUnique({
    where: { seriesId_personId: { seriesId: invitation.seriesId, personId } },
  });
  return membership === null ? null : whereToWrite(invitation.series, personId);
}
