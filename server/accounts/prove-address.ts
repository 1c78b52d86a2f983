import { database } from '#server/database/client.ts';
import { auth } from './auth.ts';
import type { TokenGrant } from './one-time-tokens.ts';

/**
 * Whoever holds a one-time link has proved that the account's address is theirs: by the mail that went there, or because whoever runs
 * the server says so. Until then somebody else may have made the account with this address and know its password: what such an
 * account was given before ends with the proof by mail. Admins' accounts come from the shell or the set-up link and keep theirs.
 */
export async function proveAddress({ userId, by }: TokenGrant): Promise<void> {
  const { internalAdapter } = await (await auth()).$context;
  const user = await internalAdapter.findUserById(userId);
  if (user === null || user.emailVerified) return;
  const person = await database().person.findUnique({ where: { authUserId: userId }, select: { admin: true } });
  if (by === 'mail' && person?.admin !== true) {
    await internalAdapter.deleteAccounts(userId);
    await internalAdapter.deleteUserSessions(userId);
  }
  await internalAdapter.updateUser(userId, { emailVerified: true });
}
