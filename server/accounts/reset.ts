import { Refusal } from '#lib/errors.ts';
import { audit } from '#server/audit.ts';
import { database } from '#server/database/client.ts';
import { environment } from '#server/environment.ts';
import { auth } from './auth.ts';
import { createToken, lookAtToken, spendToken, type TokenGrant } from './one-time-tokens.ts';
import { requireStrongPassword } from './password-strength.ts';
import { proveAddress } from './prove-address.ts';
import { keepPassword } from './keep-password.ts';
import { accountOf, type KnownAccount } from './sign-in-links.ts';

const VALID_MS = { mail: 60 * 60_000, shell: 24 * 60 * 60_000 } as const;

const GONE = 'This link has been used or is too old. Ask for a new one.';

/** A one-time token that lets its holder choose a new password for this account. */
export async function resetFor({ userId }: KnownAccount, by: TokenGrant['by']): Promise<string> {
  const token = await createToken('reset', { userId, by }, VALID_MS[by]);
  await database().$transaction((tx) =>
    audit(tx, { act: 'account.reset', personId: null, details: { user: userId, by } }),
  );
  return token;
}

/** The same for the command line, within a day. Refuses an address without an account. */
export async function createReset(email: string): Promise<string> {
  if (!environment().passwords)
    throw new Refusal('not-allowed', 'PASSWORDS is off: print a link to sign in with, `link EMAIL`.');
  const account = await accountOf(email);
  if (account === null)
    throw new Refusal('not-found', `There is no account with the address ${email} that can sign in.`);
  return resetFor(account, 'shell');
}

/** Sets the new password and ends all sessions. Refuses a used or expired token, and a weak password, which does not use it up. */
export async function resetPassword(token: string, password: string): Promise<void> {
  const looked = await lookAtToken('reset', token);
  const user = looked === null ? null : await database().authUser.findUnique({ where: { id: looked.userId } });
  if (user === null) throw new Refusal('not-found', GONE);
  const strong = await requireStrongPassword(password, user);
  const grant = await spendToken('reset', token);
  if (grant === null) throw new Refusal('not-found', GONE);
  await proveAddress(grant);
  await keepPassword(user.id, strong);
  await (await (await auth()).$context).internalAdapter.deleteUserSessions(user.id);
}
