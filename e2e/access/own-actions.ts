import { accountOf, signInLinkFor } from '#server/accounts/sign-in-links.ts';
import { UNSENT } from '#lib/forms/form-state.ts';
import type { ActionRow } from './actions.ts';
import { form } from './call-action.ts';
import { makeAccount, PASSWORD } from './people.ts';
import { asTemporary, asTemporaryAccount, TEMPORARY } from './temporary.ts';

const PERSONS = '-y --y- yyy yy-';
const WITH_ACCOUNT = '-- ---- yyy yy-';

/** What people do to themselves. */
export const ownActions: readonly ActionRow[] = [
  {
    action: 'profile/actions.ts#changeProfileAction',
    does: 'change one’s own profile',
    args: () => [UNSENT, form({ name: 'Tam T.', handle: '', hue: '120' })],
    cookie: asTemporary,
    marks: PERSONS,
  },
  {
    action: 'profile/actions.ts#deleteOwnAccountAction',
    does: 'delete one’s own account',
    args: () => [UNSENT, form({ confirm: TEMPORARY })],
    cookie: asTemporary,
    marks: PERSONS,
  },
  {
    action: 'accounts/security-actions.ts#changePasswordAction',
    does: 'change one’s own password',
    args: () => [UNSENT, form({ current: PASSWORD, password: 'lamps-burn-over-the-quay' })],
    cookie: asTemporaryAccount,
    marks: WITH_ACCOUNT,
  },
  {
    action: 'accounts/security-actions.ts#changePasswordAction',
    does: 'change one’s own password without knowing it',
    args: () => [UNSENT, form({ current: 'wrong', password: 'lamps-burn-over-the-quay' })],
    marks: '-- ---- --- ---',
  },
  {
    action: 'accounts/security-actions.ts#endSessionAction',
    does: 'sign somebody else’s browser out',
    args: ({ victim }) => [victim.sessionId],
    marks: '-- ---- --- ---',
  },
  {
    action: 'accounts/security-actions.ts#endOtherSessionsAction',
    does: 'sign out everywhere else',
    args: () => [],
    cookie: asTemporaryAccount,
    marks: WITH_ACCOUNT,
    reads: true,
  },
  {
    action: 'accounts/actions.ts#signInByLinkAction',
    does: 'sign in by a one-time link',
    args: async () => {
      const account = await accountOf((await makeAccount('Olga Once')).email);
      if (account === null) throw new Error('there is no such account');
      const path = await signInLinkFor(account, 'shell');
      return [path.split('/').at(-1), '/-/link-gone', UNSENT, form({})];
    },
    cookie: asTemporary,
    marks: 'yy yyyy yyy yyy',
    reads: true,
  },
  {
    action: 'accounts/actions.ts#mailSignInLinkAction',
    does: 'ask for a mail with a link, where none are sent',
    args: ({ people }) => [UNSENT, form({ email: people.reader.email, next: '/' })],
    marks: '-- ---- --- ---',
  },
  {
    action: 'accounts/actions.ts#mailResetAction',
    does: 'ask for a mail to reset a password, where none are sent',
    args: ({ people }) => [UNSENT, form({ email: people.reader.email, next: '/' })],
    marks: '-- ---- --- ---',
  },
];
