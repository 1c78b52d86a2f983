import { createReset } from '#server/accounts/reset.ts';
import { setupToken } from '#server/accounts/create-account.ts';
import { database } from '#server/database/client.ts';
import { signIn } from '#server/accounts/sign-in.ts';
import { UNSENT } from '#lib/forms/form-state.ts';
import type { ActionRow } from './actions.ts';
import { form } from './call-action.ts';
import { cookiesOf, makeAccount, PASSWORD, type AccountPerson, type People } from './people.ts';
import type { Role } from './roles.ts';
import { asTemporary } from './temporary.ts';

const withAccount = (people: People): Partial<Readonly<Record<Role, AccountPerson>>> => ({
  reader: people.reader,
  writer: people.writer,
  host: people.host,
  admin: people.admin,
  'member of another series': people.other,
});

/** Of somebody who was disabled while they were signed in. */
async function disabledCookie(): Promise<string> {
  const { personId, cookie } = await makeAccount('Dan Disabled');
  await database().person.update({ where: { id: personId }, data: { disabledAt: new Date() } });
  return cookie;
}

/** Signing in and out, the first account, new passwords, guests' names, links. */
export const accountActions: readonly ActionRow[] = [
  {
    action: 'accounts/actions.ts#signInAction',
    does: 'sign in with an address and its password',
    args: ({ people }) => [UNSENT, form({ email: people.reader.email, password: PASSWORD, next: '/-/link-gone' })],
    cookie: asTemporary,
    marks: 'yy yyyy yyy yyy',
    reads: true,
  },
  {
    action: 'accounts/actions.ts#signInAction',
    does: 'sign in with a wrong password',
    args: ({ people }) => [UNSENT, form({ email: people.reader.email, password: 'harbour-light', next: '/' })],
    marks: '-- ---- --- ---',
  },
  {
    action: 'accounts/actions.ts#signOutAction',
    does: 'sign out',
    args: () => [],
    marks: 'yy yyyy yyy yyy',
    reads: true,
    // Of a session of its own: the others need theirs.
    cookie: async ({ people, cookie }, role) => {
      if (role === 'disabled host') return disabledCookie();
      const account = withAccount(people)[role];
      return account === undefined
        ? cookie(role)
        : cookiesOf(await signIn({ email: account.email, password: PASSWORD }, new Headers()));
    },
  },
  {
    action: 'accounts/actions.ts#setupAction',
    does: 'make the first account by the true set-up link, when there are accounts',
    args: async () => [
      await setupToken(),
      UNSENT,
      form({ name: 'Mallory', email: 'mallory@example.org', password: PASSWORD }),
    ],
    marks: '-- ---- --- ---',
  },
  {
    action: 'accounts/actions.ts#resetAction',
    does: 'set a new password by a link that counts',
    // Whoever holds it may, as long as it counts.
    args: async () => [
      await createReset((await makeAccount('Remi Reset')).email),
      UNSENT,
      form({ password: PASSWORD }),
    ],
    marks: 'yy yyyy yyy yyy',
  },
  {
    action: 'accounts/actions.ts#resetAction',
    does: 'set a new password by a link that does not count',
    args: () => ['x'.repeat(43), UNSENT, form({ password: PASSWORD })],
    marks: '-- ---- --- ---',
  },
  {
    action: 'links/actions.ts#nameGuestAction',
    does: 'give a name as a guest',
    args: () => [UNSENT, form({ name: 'Nina New', next: '/-/link-gone' })],
    marks: '-- yyyy --- ---',
  },
  {
    action: 'links/actions.ts#createLinkAction',
    does: 'make a link',
    args: ({ slug }) => [slug, form({ grant: 'write', name: 'Guests' })],
    marks: '-- ---- --y ---',
  },
  {
    action: 'links/actions.ts#createLinkAction',
    does: 'make a link of an open series',
    openness: 'open',
    args: ({ slug }) => [slug, form({ grant: 'read', name: 'Guests' })],
    marks: '-- ---- --y ---',
  },
  {
    action: 'links/actions.ts#revokeLinkAction',
    does: 'end a link',
    args: ({ slug, links }) => [slug, links.read.id],
    marks: '-- ---- --y ---',
  },
];
