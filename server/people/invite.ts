import { z } from 'zod';
import { addresses } from '#lib/addresses.ts';
import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';
import { MOST_INVITED, readInvited, type InvitedPerson } from '#lib/people/invited-people.ts';
import type { inviteFormSchema, openInvitationSchema } from '#lib/people/people-forms.ts';
import type { MadeInvitation } from '#lib/people/people-views.ts';
import type { Visitor } from '#lib/visitor.ts';
import { hueFor } from '#server/accounts/hue.ts';
import { newToken, tokenHash } from '#server/accounts/tokens.ts';
import { audit } from '#server/audit.ts';
import { database, type Transaction } from '#server/database/client.ts';
import { nothingHere } from '#server/series/find-series.ts';
import { namedPerson } from '#server/teams/named-person.ts';
import type { Series } from '#prisma/client/client.ts';
import { hostOf } from './host-of.ts';

const DAY_MS = 86_400_000;
const words = messages.people.invite;

type InviteForm = z.infer<typeof inviteFormSchema>;

interface Inviting {
  readonly series: Series;
  readonly personId: string | null;
  readonly form: Pick<InviteForm, 'role' | 'days'>;
}

/**
 * Invites the people of a pasted text, each by a link of their own, and makes those who are not known yet people of the series:
 * they can be given sections before they come. All or nobody: a line that names nobody is refused with its number. The links are
 * given this once. Hosts only.
 */
export async function invitePeople(
  visitor: Visitor,
  slug: string,
  form: InviteForm,
): Promise<readonly MadeInvitation[]> {
  const { series, personId } = await hostOf(visitor, slug);
  const { people, unread } = readInvited(form.people);
  const [first] = unread;
  if (first !== undefined) throw new Refusal('invalid', words.unread(first.line, first.text, first.why));
  if (people.length === 0) throw new Refusal('invalid', words.nobody);
  if (people.length > MOST_INVITED) throw new Refusal('invalid', words.tooMany(people.length, MOST_INVITED));
  return database().$transaction(
    async (tx) => {
      const made: MadeInvitation[] = [];
      for (const person of people) made.push(await inviteOne(tx, person, { series, personId, form }));
      return made;
    },
    { timeout: 30_000 },
  );
}

async function inviteOne(tx: Transaction, invited: InvitedPerson, inviting: Inviting): Promise<MadeInvitation> {
  const person = await personToInvite(tx, invited, inviting.series.id);
  const path = await insertInvitation(tx, inviting, { name: person.name, personId: person.id });
  return { name: person.name, email: invited.email, ...path };
}

/** Whoever has this address, the same person in this series, or a new one without an account. */
async function personToInvite(
  tx: Transaction,
  { name, email, handle }: InvitedPerson,
  seriesId: string,
): Promise<{ readonly id: string; readonly name: string }> {
  if (email === null) {
    const id = await namedPerson(tx, seriesId, handle === null ? name : `@${handle}`);
    return { id, name };
  }
  const known = await tx.person.findFirst({
    where: { email, deletedAt: null, claimedById: null },
    orderBy: [{ authUserId: { sort: 'asc', nulls: 'last' } }, { createdAt: 'asc' }],
    select: { id: true, authUserId: true },
  });
  // An account is not told of: the host sees the name that they wrote.
  if (known !== null) return { id: known.id, name };
  const { id } = await tx.person.create({
    data: { name, email, hue: hueFor(await tx.person.count()) },
    select: { id: true },
  });
  return { id, name };
}

async function insertInvitation(
  tx: Transaction,
  { series, personId: createdById, form }: Inviting,
  { name, personId }: { readonly name: string; readonly personId: string | null },
): Promise<Pick<MadeInvitation, 'id' | 'path'>> {
  const token = newToken();
  const { id } = await tx.invitation.create({
    data: {
      tokenHash: tokenHash(token),
      seriesId: series.id,
      role: form.role,
      name,
      personId,
      createdById,
      expiresAt: new Date(Date.now() + form.days * DAY_MS),
    },
  });
  await audit(tx, {
    act: 'invitation.create',
    personId: createdById,
    seriesId: series.id,
    details: { invitation: id, role: form.role, name, many: personId === null },
  });
  return { id, path: addresses.invitation(token) };
}

/** Makes one link by which many become members; gives its path this once. Hosts only. */
export async function inviteMany(
  visitor: Visitor,
  slug: string,
  form: z.infer<typeof openInvitationSchema>,
): Promise<MadeInvitation> {
  const { series, personId } = await hostOf(visitor, slug);
  if (form.role === 'host') throw new Refusal('invalid', words.manyHosts);
  const path = await database().$transaction((tx) =>
    insertInvitation(tx, { series, personId, form }, { name: form.name, personId: null }),
  );
  return { name: form.name, email: null, ...path };
}

/** Keeps to whom an invitation was sent: whoever opens it then has proved that address. */
export async function markMailed(invitationId: string, email: string): Promise<void> {
  await database().invitation.update({ where: { id: invitationId }, data: { mailedTo: email } });
}

/** Ends an invitation. Hosts only. */
export async function endInvitation(visitor: Visitor, slug: string, invitationId: string): Promise<void> {
  const { series, personId } = await hostOf(visitor, slug);
  if (!z.uuid().safeParse(invitationId).success) throw nothingHere();
  await database().$transaction(async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id: invitationId, seriesId: series.id, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) return;
    await audit(tx, {
      act: 'invitation.revoke',
      personId,
      seriesId: series.id,
      details: { invitation: invitationId },
    });
  });
}
