import { accountFormFor, type AccountForm } from '#lib/account-form.ts';
import { Refusal } from '#lib/errors.ts';
import { isText } from '#lib/text-argument.ts';
import { audit } from '#server/audit.ts';
import { database, type Transaction } from '#server/database/client.ts';
import { environment } from '#server/environment.ts';
import { makeAccountPerson } from './account-person.ts';
import { auth } from './auth.ts';
import { acceptInvitation, mailedTo, readInvitation } from './invitations.ts';
import { keepPassword } from './keep-password.ts';
import { requireStrongPassword } from './password-strength.ts';
import { instanceSecret } from './secret.ts';
import { sameToken, sign } from './tokens.ts';

/** Advisory lock of the one transaction that may make the first account. */
const FIRST_ACCOUNT = 7_365_867;

/** The form's password if it is strong enough; null where nobody signs in with one. */
async function passwordToKeep(form: AccountForm): Promise<string | null> {
  return environment().passwords ? requireStrongPassword(form.password, form) : null;
}

/** Makes an account with a password and the person behind it. Refuses a taken address and a weak password. */
async function createAccount(
  form: AccountForm,
  { admin, emailVerified }: { readonly admin: boolean; readonly emailVerified: boolean },
): Promise<{ readonly personId: string }> {
  const password = await passwordToKeep(form);
  const { internalAdapter } = await (await auth()).$context;
  // Left by one that was killed half way: an account without its person is nobody's.
  await database().authUser.deleteMany({ where: { email: form.email, person: { is: null } } });
  if ((await internalAdapter.findUserByEmail(form.email)) !== null) {
    throw new Refusal('conflict', 'There is an account with this e-mail address already: sign in with it.');
  }
  const user = await internalAdapter.createUser({ name: form.name, email: form.email, emailVerified });
  if (password !== null) await keepPassword(user.id, password);
  return database().$transaction(async (tx) => {
    const proof = { email: emailVerified ? form.email : null, handle: null };
    const { name, email } = form;
    const made = await makeAccountPerson(tx, { authUserId: user.id, name, email, admin, proof });
    if (admin) await hostOrphans(tx, made.personId);
    return made;
  });
}

/**
 * Makes an account for whoever holds an invitation, and accepts it; gives where they go on. Its address counts as
 * verified only when the invitation was sent there by mail.
 */
export async function createInvitedAccount(
  invitationId: string | null,
  form: AccountForm,
): Promise<{ readonly personId: string; readonly next: string }> {
  if (invitationId === null || (await readInvitation(invitationId)) === null)
    throw new Refusal('not-found', 'This invitation has been used, was ended, or is too old. Ask for a new one.');
  const emailVerified = (await mailedTo(invitationId)) === form.email;
  const { personId } = await createAccount(form, { admin: false, emailVerified });
  return { personId, next: await acceptInvitation(personId, invitationId) };
}

/** Series that the command line made before anybody had an account have no host: without one nobody could manage them. */
export async function hostOrphans(tx: Transaction, personId: string): Promise<void> {
  const orphans = await tx.series.findMany({
    where: { memberships: { none: { role: 'host' } } },
    select: { id: true },
  });
  for (const { id: seriesId } of orphans) {
    await tx.membership.create({ data: { seriesId, personId, role: 'host' } });
    await audit(tx, { act: 'membership.create', personId, seriesId, details: { role: 'host' } });
  }
}

/** Whether nobody has an account yet. What counts is the person: it is written last. */
export async function isFreshInstance(): Promise<boolean> {
  return (await database().person.count({ where: { authUserId: { not: null } } })) === 0;
}

/** The token of the set-up link. It is the same at each start and worth nothing once an account exists. */
export async function setupToken(): Promise<string> {
  return sign(await instanceSecret(), 'setup', 'first account');
}

/** Whether this token opens the set-up page now. */
export async function isSetupToken(token: string): Promise<boolean> {
  return sameToken(token, await setupToken()) && (await isFreshInstance());
}

/** Makes the first account, an admin's, for whoever holds the set-up link. Of two at once, one wins. */
export async function createFirstAccount(token: string, form: unknown): Promise<{ readonly personId: string }> {
  if (!isText(token) || !sameToken(token, await setupToken()))
    throw new Refusal('not-found', 'This set-up link is not valid. The right one is printed where Plenum was started.');
  return createFirstAdmin(form);
}

/** The same from the command line, whose user holds the database anyway. */
export async function createFirstAdmin(form: unknown): Promise<{ readonly personId: string }> {
  const parsed = accountFormFor(environment()).safeParse(form);
  if (!parsed.success) throw new Refusal('invalid', parsed.error.issues.map((issue) => issue.message).join(' '));
  return database().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${FIRST_ACCOUNT})`;
      if (!(await isFreshInstance()))
        throw new Refusal(
          'conflict',
          'The first account exists already: sign in, or reset its password with `npm run -s plenum -- reset EMAIL`.',
        );
      // Left by a set-up that was killed half way: an account without its person is nobody's.
      await database().authUser.deleteMany();
      return createAccount(parsed.data, { admin: true, emailVerified: false });
    },
    { timeout: 30_000 },
  );
}
