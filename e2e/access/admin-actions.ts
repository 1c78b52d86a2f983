import { UNSENT } from '#lib/forms/form-state.ts';
import type { ActionRow } from './actions.ts';
import { form } from './call-action.ts';

const ADMIN = '-- ---- --- y--';

/** What admins alone do: with somebody whom nobody needs. */
export const adminActions: readonly ActionRow[] = [
  {
    action: 'admin/actions.ts#setAdminAction',
    does: 'make somebody an admin',
    args: ({ victim }) => [victim.personId, true],
    marks: ADMIN,
  },
  {
    action: 'admin/actions.ts#disablePersonAction',
    does: 'disable somebody',
    args: ({ victim }) => [victim.personId],
    marks: ADMIN,
  },
  {
    action: 'admin/actions.ts#enablePersonAction',
    does: 'enable somebody again',
    args: ({ victim }) => [victim.personId],
    marks: ADMIN,
  },
  {
    action: 'admin/actions.ts#deletePersonAction',
    does: 'delete somebody',
    args: ({ victim }) => [victim.personId, UNSENT, form({ confirm: victim.name })],
    marks: ADMIN,
  },
  {
    action: 'admin/actions.ts#signInLinkAction',
    does: 'make a link that signs somebody else in',
    args: ({ victim }) => [victim.personId],
    marks: ADMIN,
  },
  {
    action: 'admin/actions.ts#giveSeriesAction',
    does: 'give away a series that has a host',
    args: ({ seriesId, people }) => [seriesId, people.other.personId],
    marks: '-- ---- --- ---',
  },
  {
    action: 'tokens/actions.ts#createTokenAction',
    does: 'make an API token of the instance',
    args: () => [null, form({ name: 'Robot', scopes: 'read', days: '30' })],
    marks: ADMIN,
  },
];
