import { passwordSchema } from '#lib/account-form.ts';
import { Refusal } from '#lib/errors.ts';
import { audit } from '#server/audit.ts';
import { database } from '#server/database/client.ts';
import { auth } from './auth.ts';
import { newToken } from './tokens.ts';

const VALID_MS = 24 * 60 * 60 * 1000;

/** Makes a one-time token that lets its holder choose a new password within a day. For the command line. */
export async function createReset(email: string): Promise<string> {
  const { internalAdapter } = await (await auth()).$context;
  const found = await internalAdapter.findUserByEmail(email.trim().toLowerCase());
  if (found === null) throw new Refusal('not-found', `There is no account with the address ${email}.`);
  const token = newToken();
  // The identifier is the one that better-auth's own reset route looks up.
  await internalAdapter.createVerificationValue({
    identifier: `reset-password:${token}`,
    value: found.user.id,
    expiresAt: new Date(Date.now() + VALID_MS),
  });
  await database().$transaction((tx) =>
    audit(tx, { act: 'account.reset', personId: null, details: { user: found.user.id } }),
  );
  return token;
}

/** Sets the new password and ends all sessions. Refuses a used or expired token. */
export async function resetPassword(token: string, password: string): Promise<void> {
  const parsed = passwordSchema.safeParse(password);
  if (!parsed.success) throw new Refusal('invalid', parsed.error.issues[0]?.message ?? 'That password will not do.');
  try {
    await (await auth()).api.resetPassword({ body: { token, newPassword: parsed.data } });
  } catch {
    throw new Refusal('not-found', 'This link has been used or is too old. Ask for a new one.');
  }
}
