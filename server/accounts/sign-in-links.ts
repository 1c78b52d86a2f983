import { addresses } from '#lib/addresses.ts';
import { Refusal } from '#lib/errors.ts';
import { audit } from '#server/audit.ts';
import { database } from '#server/database/client.ts';
import { auth } from './auth.ts';
import { createToken, lookAtToken, spendToken, type TokenGrant } from './one-time-tokens.ts';
import { proveAddress } from './prove-address.ts';

/** By mail it is used at once; from the shell somebody hands it on first. */
const VALID_MS = { mail: 15 * 60_000, shell: 24 * 60 * 60_000 } as const;

const GONE = 'This link has been used or is too old. Ask for a new one.';

/** An account that can sign in. */
export interface KnownAccount {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
}

/** The account with this address, or null when there is none or it may not sign in. */
export async function accountOf(email: string): Promise<KnownAccount | null> {
  const user = await database().authUser.findUnique({
    where: { email: email.trim().toLowerCase() },
    include: { person: true },
  });
  if (user?.person == null || user.person.disabledAt !== null || user.person.deletedAt !== null) return null;
  return { userId: user.id, name: user.person.name, email: user.email };
}

/** The path of a fresh one-time link that signs this account in. */
export async function signInLinkFor({ userId }: KnownAccount, by: TokenGrant['by']): Promise<string> {
  const token = await createToken('sign-in', { userId, by }, VALID_MS[by]);
  await database().$transaction((tx) =>
    audit(tx, { act: 'account.link', personId: null, details: { user: userId, by } }),
  );
  return addresses.signInLink(token);
}

/** The path of a one-time link for whoever runs the server to hand on; it works for a day. Refuses an address without an account. */
export async function createSignInLink(email: string): Promise<string> {
  const account = await accountOf(email);
  if (account === null)
    throw new Refusal('not-found', `There is no account with the address ${email} that can sign in.`);
  return signInLinkFor(account, 'shell');
}

/** Who would sign in by this link, or null when it does not work (any more). Looking uses nothing up. */
export async function signInLinkName(token: string): Promise<string | null> {
  const grant = await lookAtToken('sign-in', token);
  if (grant === null) return null;
  const person = await database().person.findUnique({ where: { authUserId: grant.userId } });
  return person?.name ?? null;
}

/** Signs in by a one-time link; gives the Set-Cookie headers. Refuses one that is used, too old, or of a disabled account. */
export async function signInByLink(token: string, headers: Headers): Promise<readonly string[]> {
  const grant = await spendToken('sign-in', token);
  if (grant === null) throw new Refusal('not-found', GONE);
  await proveAddress(grant);
  return openSessionFor(grant.userId, headers);
}

/** Opens a session for an account; gives the Set-Cookie headers. Refuses a disabled one. */
export async function openSessionFor(userId: string, headers: Headers): Promise<readonly string[]> {
  const answer = await (await auth()).api.openSession({ body: { userId }, headers, asResponse: true });
  if (!answer.ok) throw new Refusal('not-allowed', 'This account cannot sign in. Ask whoever runs this site.');
  return answer.headers.getSetCookie();
}

/** The same for a person. Refuses one without an account. */
export async function openSessionOf(personId: string, headers: Headers): Promise<readonly string[]> {
  const person = await database().person.findUnique({ where: { id: personId }, select: { authUserId: true } });
  if (person?.authUserId == null) throw new Refusal('not-found', 'There is no such account.');
  return openSessionFor(person.authUserId, headers);
}
