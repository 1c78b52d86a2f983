import { randomUUID } from 'node:crypto';
import { auth } from '#server/accounts/auth.ts';
import { cookieName } from '#server/accounts/cookies.ts';
import { createGuest, GUEST_COOKIE } from '#server/accounts/guests.ts';
import { signIn } from '#server/accounts/sign-in.ts';
import { database } from '#server/database/client.ts';

export const PASSWORD = 'harbour-lights';

/** A person with an account and a session of their own. */
export interface AccountPerson {
  readonly personId: string;
  readonly email: string;
  readonly name: string;
  /** As a browser sends it. */
  readonly cookie: string;
}

/** The same people in every world of a run. What they are in a series its world says. */
export interface People {
  readonly reader: AccountPerson;
  readonly writer: AccountPerson;
  readonly host: AccountPerson;
  readonly admin: AccountPerson;
  readonly other: AccountPerson;
  readonly disabled: AccountPerson;
  /** Cookies of guests: one who holds no link, and one who does. */
  readonly guest: string;
  readonly linkedGuest: string;
}

/** The cookies of Set-Cookie lines, as a browser sends them back. */
export function cookiesOf(lines: readonly string[]): string {
  return lines
    .map((line) => line.split(';')[0] ?? '')
    .filter((pair) => pair !== '')
    .join('; ');
}

/** Makes an account with a password; the session is one that the real sign-in opened. */
export async function makeAccount(name: string, { admin = false } = {}): Promise<AccountPerson> {
  const email = `${randomUUID()}@example.org`;
  const { internalAdapter, password } = await (await auth()).$context;
  const user = await internalAdapter.createUser({ name, email, emailVerified: true });
  await internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: await password.hash(PASSWORD),
  });
  const person = await database().person.create({ data: { name, email, admin, hue: 10, authUserId: user.id } });
  const cookie = cookiesOf(await signIn({ email, password: PASSWORD }, new Headers()));
  return { personId: person.id, email, name, cookie };
}

async function makeGuest(name: string): Promise<string> {
  return `${cookieName(GUEST_COOKIE)}=${await createGuest(name)}`;
}

/** Makes everybody. The disabled one signed in before. */
export async function makePeople(): Promise<People> {
  const disabled = await makeAccount('Dorian Gone');
  await database().person.update({ where: { id: disabled.personId }, data: { disabledAt: new Date() } });
  return {
    reader: await makeAccount('Rhea Reader'),
    writer: await makeAccount('Wes Writer'),
    host: await makeAccount('Hana Host'),
    admin: await makeAccount('Ada Admin', { admin: true }),
    other: await makeAccount('Otto Other'),
    disabled,
    guest: await makeGuest('Gil Guest'),
    linkedGuest: await makeGuest('Lia Linked'),
  };
}
