import { emailSchema } from '#lib/account-form.ts';
import { Refusal } from '#lib/errors.ts';
import { audit } from '#server/audit.ts';
import { bus } from '#server/bus/open-bus.ts';
import { database } from '#server/database/client.ts';
import { makeAccountPerson } from './account-person.ts';
import { auth } from './auth.ts';
import { hostOrphans } from './create-account.ts';
import { nameOf } from './providers/profile.ts';
import { createSignInLink } from './sign-in-links.ts';

/**
 * Makes the account with this address an admin's, and one that was disabled a good one again. Where there is none, one without a
 * password is made, and the path of a one-time link into it is given; else null. For whoever holds the shell, and the database with it.
 */
export async function grantAdmin(text: string): Promise<{ readonly signInLink: string | null }> {
  const parsed = emailSchema.safeParse(text);
  if (!parsed.success) throw new Refusal('invalid', parsed.error.issues[0]?.message ?? 'Give an address.');
  const email = parsed.data;
  const user = await database().authUser.findUnique({ where: { email }, include: { person: true } });
  if (user?.person == null) {
    await makeAdmin(email, user?.id ?? null);
    return { signInLink: await createSignInLink(email) };
  }
  const { id } = user.person;
  await database().$transaction(async (tx) => {
    await tx.person.update({ where: { id }, data: { admin: true, disabledAt: null } });
    await audit(tx, { act: 'account.admin', personId: null, details: { person: id } });
  });
  bus().publish('access.changed', { personId: id });
  return { signInLink: null };
}

/** `halfMade` is an account whose making was cut off before it had a person. */
async function makeAdmin(email: string, halfMade: string | null): Promise<void> {
  const { internalAdapter } = await (await auth()).$context;
  const name = nameOf([], email);
  // The shell says whose address it is, so a provider that says the same may be linked.
  const authUserId = halfMade ?? (await internalAdapter.createUser({ name, email, emailVerified: true })).id;
  await database().$transaction(async (tx) => {
    const { personId } = await makeAccountPerson(tx, {
      authUserId,
      name,
      email,
      admin: true,
      proof: { email, handle: null },
    });
    await hostOrphans(tx, personId);
  });
}
