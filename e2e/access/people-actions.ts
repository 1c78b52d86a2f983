import { randomUUID } from 'node:crypto';
import { cookieName } from '#server/accounts/cookies.ts';
import { INVITATION_COOKIE, invitationValue } from '#server/accounts/invitation-cookie.ts';
import { UNSENT } from '#lib/forms/form-state.ts';
import type { ActionRow } from './actions.ts';
import { form } from './call-action.ts';
import { PASSWORD } from './people.ts';
import type { Role } from './roles.ts';
import { asTemporary } from './temporary.ts';
import type { World } from './world.ts';

const HOST = '-- ---- --y ---';

/** Comes with the invitation that the world has, as whoever has opened it. */
async function invited(world: World, role: Role): Promise<string> {
  return besideInvitation(world, await world.cookie(role));
}

/** The same as somebody of their own: making an account ends the session that the browser had. */
async function invitedTemporarily(world: World, role: Role): Promise<string> {
  return besideInvitation(world, await asTemporary(world, role));
}

async function besideInvitation({ invitationId }: World, own: string): Promise<string> {
  return `${own === '' ? '' : `${own}; `}${cookieName(INVITATION_COOKIE)}=${await invitationValue(invitationId)}`;
}

/** Who belongs to a series, and who else gets in. */
export const peopleActions: readonly ActionRow[] = [
  {
    action: 'people/actions.ts#invitePeopleAction',
    does: 'invite people',
    args: ({ slug }) => [slug, form({ people: 'Ina Invited\n@ivan', role: 'writer', days: '14' })],
    marks: HOST,
  },
  {
    action: 'people/actions.ts#inviteManyAction',
    does: 'make an invitation for many',
    args: ({ slug }) => [slug, form({ name: 'The list', role: 'reader', days: '14' })],
    marks: HOST,
  },
  {
    action: 'people/actions.ts#endInvitationAction',
    does: 'end an invitation',
    args: ({ slug, invitationId }) => [slug, invitationId],
    marks: HOST,
  },
  {
    action: 'people/actions.ts#changeAudiencesAction',
    does: 'say who may read and write',
    args: ({ slug }) => [
      slug,
      UNSENT,
      form({ readDecks: 'public', readLive: 'public', readRecords: 'public', write: 'link' }),
    ],
    marks: HOST,
  },
  {
    action: 'people/actions.ts#chooseOffersAction',
    does: 'let a section’s reporter be offered to present',
    args: ({ slug }) => [slug, UNSENT, form({ hand: 'offer' })],
    marks: HOST,
  },
  {
    action: 'people/actions.ts#changeRoleAction',
    does: 'change a role',
    args: ({ slug, people }) => [slug, people.reader.personId, 'writer'],
    marks: HOST,
  },
  {
    action: 'people/actions.ts#removeMemberAction',
    does: 'take somebody out of the members',
    args: ({ slug, people }) => [slug, people.reader.personId],
    marks: HOST,
  },
  {
    action: 'people/actions.ts#handOverAction',
    does: 'hand the series over',
    args: ({ slug, people }) => [slug, people.writer.personId],
    marks: HOST,
  },
  {
    action: 'people/actions.ts#leaveSeriesAction',
    does: 'leave the series',
    args: ({ slug }) => [slug],
    // The only host who can sign in cannot.
    marks: '-- ---- yy- ---',
  },
  {
    action: 'people/actions.ts#claimByHostAction',
    does: 'say who somebody is who was only named',
    args: ({ slug, namedId, people }) => [slug, namedId, people.writer.personId],
    marks: HOST,
  },
  {
    action: 'people/join-actions.ts#joinAction',
    does: 'accept an invitation as whoever is signed in',
    args: () => [UNSENT, form({})],
    cookie: invited,
    marks: '-- ---- yyy yy-',
  },
  {
    action: 'people/join-actions.ts#joinAction',
    does: 'accept an invitation that nobody opened',
    args: () => [UNSENT, form({})],
    marks: '-- ---- --- ---',
  },
  {
    action: 'people/join-actions.ts#joinWithPasswordAction',
    does: 'make an account by an invitation',
    args: () => [UNSENT, form({ name: 'Noa New', email: `${randomUUID()}@example.org`, password: PASSWORD })],
    cookie: invitedTemporarily,
    marks: 'yy yyyy yyy yyy',
  },
  {
    action: 'people/join-actions.ts#joinWithPasswordAction',
    does: 'make an account without an invitation',
    args: () => [UNSENT, form({ name: 'Noa New', email: `${randomUUID()}@example.org`, password: PASSWORD })],
    marks: '-- ---- --- ---',
  },
  {
    action: 'tokens/actions.ts#createTokenAction',
    does: 'make an API token of the series',
    args: ({ slug }) => [slug, form({ name: 'Robot', scopes: 'read', days: '30' })],
    marks: HOST,
  },
  {
    action: 'tokens/actions.ts#revokeTokenAction',
    does: 'end an API token of the series',
    args: ({ slug, tokenId }) => [slug, tokenId],
    marks: HOST,
  },
  {
    action: 'webhooks/actions.ts#keepWebhookAction',
    does: 'say where messages of records go',
    args: ({ slug }) => [slug, form({ address: 'https://hooks.example/plenum' })],
    marks: HOST,
  },
  {
    action: 'webhooks/actions.ts#renewSecretAction',
    does: 'make a new secret for the messages',
    args: ({ slug }) => [slug],
    marks: HOST,
  },
  {
    action: 'webhooks/actions.ts#testWebhookAction',
    does: 'send a test message',
    args: ({ slug }) => [slug],
    marks: HOST,
  },
  {
    action: 'webhooks/actions.ts#removeWebhookAction',
    does: 'send no messages any more',
    args: ({ slug }) => [slug],
    marks: HOST,
  },
];
