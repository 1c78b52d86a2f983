import { audit } from '#server/audit.ts';
import { bus } from '#server/bus/open-bus.ts';
import { database, type Transaction } from '#server/database/client.ts';
import type { Prisma } from '#prisma/client/client.ts';

/** What proves that a person who was only named is this one: an address that was verified, or the login at GitHub. */
export interface Proof {
  readonly email: string | null;
  readonly handle: string | null;
}

/** People who are only named: no account, no guest's browser, member of nothing, nobody's already. */
export const ONLY_NAMED = {
  authUserId: null,
  guestKeyHash: null,
  claimedById: null,
  deletedAt: null,
  disabledAt: null,
  apiToken: { is: null },
  memberships: { none: {} },
} as const satisfies Prisma.PersonWhereInput;

/** Equal but for case, in a query: what is compared without case is compared as a pattern. */
export function sameText(text: string) {
  return { equals: text.replaceAll(/[\\%_]/g, String.raw`\$&`), mode: 'insensitive' as const };
}

/** Whoever has this address or handle and is only named so far, the oldest first. */
export async function namedBy(tx: Transaction, { email, handle }: Proof): Promise<readonly { readonly id: string }[]> {
  const by = [
    ...(email === null ? [] : [{ email: sameText(email) }]),
    ...(handle === null ? [] : [{ handle: sameText(handle) }]),
  ];
  if (by.length === 0) return [];
  return tx.person.findMany({ where: { ...ONLY_NAMED, OR: by }, orderBy: { createdAt: 'asc' }, select: { id: true } });
}

/**
 * Makes one person of two: everything that points to the one who was only named points to the other from now on. Where both stand
 * in the same place, the other's row stays. The named row remains, marked, because records and the audit log may name its id.
 */
export async function claimPerson(tx: Transaction, named: string, by: string): Promise<void> {
  await tx.section.updateMany({ where: { reporterId: named }, data: { reporterId: by } });
  await tx.section.updateMany({ where: { deputyId: named }, data: { deputyId: by } });
  const teams = await tx.teamMember.findMany({ where: { personId: named }, select: { teamId: true } });
  await tx.teamMember.createMany({ data: teams.map(({ teamId }) => ({ teamId, personId: by })), skipDuplicates: true });
  await tx.teamMember.deleteMany({ where: { personId: named } });
  await tx.invitation.updateMany({ where: { personId: named }, data: { personId: by } });
  await tx.link.updateMany({ where: { personId: named }, data: { personId: by } });
  const { handle } = await tx.person.update({ where: { id: named }, data: { claimedById: by } });
  if (handle !== null) await tx.person.updateMany({ where: { id: by, handle: null }, data: { handle } });
  await audit(tx, { act: 'person.claim', personId: by, details: { named } });
}

/** Gives to a person everybody who was only named and is proved to be them. Their sections and teams are theirs at once. */
export async function claimByProof(personId: string, proof: Proof): Promise<void> {
  const claimed = await database().$transaction(async (tx) => {
    const named = await namedBy(tx, proof);
    for (const { id } of named) await claimPerson(tx, id, personId);
    return named.length;
  });
  if (claimed > 0) await ringSections(personId);
}

/** Open pages show whose sections those are now. */
export async function ringSections(personId: string): Promise<void> {
  const decks = await database().deck.findMany({
    where: { frozenAt: null, sections: { some: { OR: [{ reporterId: personId }, { deputyId: personId }] } } },
    select: { id: true, seriesId: true },
  });
  for (const { id, seriesId } of decks) bus().publish('order.changed', { seriesId, deckId: id });
}
