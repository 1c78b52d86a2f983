import { Refusal } from '#lib/errors.ts';
import { audit } from '#server/audit.ts';
import { database } from '#server/database/client.ts';
import { environment } from '#server/environment.ts';
import { forgive, limit } from '#server/limits/limit.ts';
import { auth } from './auth.ts';
import { keepPassword } from './keep-password.ts';
import { requireStrongPassword } from './password-strength.ts';
import { endOtherSessions, ownSession } from './sessions.ts';

/** Who sets a first password has no old one to show: they have signed in just now instead. */
const JUST_NOW_MS = 15 * 60_000;

async function hashOf(userId: string): Promise<string | null> {
  const account = await database().authAccount.findFirst({ where: { userId, providerId: 'credential' } });
  return account?.password ?? null;
}

/** What a person may do about their password: change it, set a first one, or nothing, because nobody signs in with one here. */
export async function passwordState(headers: Headers): Promise<'change' | 'first' | 'none'> {
  if (!environment().passwords) return 'none';
  const { user } = await ownSession(headers);
  return (await hashOf(user.id)) === null ? 'first' : 'change';
}

async function requireCurrent(hash: string, current: string, userId: string): Promise<void> {
  await limit('password.account', userId);
  const { password } = await (await auth()).$context;
  if (!(await password.verify({ hash, password: current })))
    throw new Refusal('not-allowed', 'That is not your password now.');
  await forgive('password.account', userId);
}

/**
 * Sets a person's next password, and ends their other sessions. Refuses a wrong current one, a weak next one and, where there is none
 * yet, whoever has not signed in of late.
 */
export async function changePassword(
  headers: Headers,
  form: { readonly current: string; readonly next: string },
): Promise<void> {
  if (!environment().passwords) throw new Refusal('not-allowed', 'Nobody signs in with a password here.');
  const { user, session } = await ownSession(headers);
  const hash = await hashOf(user.id);
  if (hash !== null) await requireCurrent(hash, form.current, user.id);
  else if (Date.now() - session.createdAt.getTime() > JUST_NOW_MS)
    throw new Refusal(
      'sign-in-first',
      'Sign out and in again first: a first password is set within 15 minutes of that.',
    );
  await keepPassword(user.id, await requireStrongPassword(form.next, user));
  await endOtherSessions(headers);
  await database().$transaction(async (tx) => {
    const person = await tx.person.findUnique({ where: { authUserId: user.id }, select: { id: true } });
    await audit(tx, { act: 'account.password', personId: person?.id ?? null });
  });
}
