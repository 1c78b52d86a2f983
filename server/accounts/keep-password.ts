import { auth } from './auth.ts';

/** Keeps a password for an account, its first or its next, hashed by the accounts library (scrypt). */
export async function keepPassword(userId: string, password: string): Promise<void> {
  const { internalAdapter, password: hasher } = await (await auth()).$context;
  const hash = await hasher.hash(password);
  const accounts = await internalAdapter.findAccounts(userId);
  if (accounts.some(({ providerId }) => providerId === 'credential'))
    return internalAdapter.updatePassword(userId, hash);
  await internalAdapter.linkAccount({ userId, providerId: 'credential', accountId: userId, password: hash });
}
