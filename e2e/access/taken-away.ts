import type { SeriesAudiences } from '#lib/access.ts';
import { UNSENT } from '#lib/forms/form-state.ts';
import { CLOSE, type CloseCode } from '#lib/sync/close-codes.ts';
import { cookieName } from '#server/accounts/cookies.ts';
import { createGuest, GUEST_COOKIE } from '#server/accounts/guests.ts';
import { tokenHash } from '#server/accounts/tokens.ts';
import { endCall } from '#server/calls/end-call.ts';
import { database } from '#server/database/client.ts';
import { signIn } from '#server/accounts/sign-in.ts';
import { AUDIENCES } from './audiences.ts';
import { callAction, form, isDone } from './call-action.ts';
import { cookiesOf, makeAccount, PASSWORD } from './people.ts';
import type { SocketDeck } from './socket-messages.ts';
import { visitorOf, type World } from './world.ts';

/** Somebody who has a deck open and is about to lose something. */
export interface Victim {
  readonly cookie: string;
  /** Null for who only holds a link. */
  readonly personId: string | null;
}

/** What somebody may do when they come back. */
export type Left = 'nothing' | 'reading' | 'writing';

/**
 * Everything by which somebody can lose access while they are connected. A new way needs a row: who has the deck open, how it is
 * taken, the code that their socket is closed with at every process, and what they may do when they come back.
 *
 * `take` does it as people do, by an action; `url` is where it is called.
 */
export interface TakenAway {
  readonly what: string;
  readonly victim: (world: World) => Promise<Victim>;
  readonly take: (world: World, victim: Victim, url: string) => Promise<void>;
  readonly code: CloseCode;
  readonly left: Left;
  /** The planned one when left out. */
  readonly deck?: SocketDeck;
  readonly openness?: 'closed' | 'usual' | 'open';
  /** It is taken from everybody, the host among them. */
  readonly everybody?: true;
}

const member =
  (role: 'reader' | 'writer' | 'host') =>
  async ({ seriesId }: World): Promise<Victim> => {
    const { personId, cookie } = await makeAccount('Vera Victim');
    await database().membership.create({ data: { seriesId, personId, role } });
    return { personId, cookie };
  };

const linkHolder =
  (role: 'write link' | 'section link') =>
  async (world: World): Promise<Victim> => ({
    cookie: await world.cookie(role),
    personId: null,
  });

async function guest(world: World): Promise<Victim> {
  const token = await createGuest('Gert Guest');
  const { id } = await database().person.findUniqueOrThrow({ where: { guestKeyHash: tokenHash(token) } });
  return { cookie: `${cookieName(GUEST_COOKIE)}=${token}; ${await world.cookie('write link')}`, personId: id };
}

async function act(url: string, world: World, call: { action: string; args: readonly unknown[]; cookie?: string }) {
  const outcome = await callAction(url, { slug: world.slug, cookie: world.people.host.cookie, ...call });
  if (!isDone(outcome)) throw new Error(`${call.action} was not done: ${JSON.stringify(outcome)}`);
}

const endLink = (kind: 'write' | 'section') => async (world: World, _victim: Victim, url: string) =>
  act(url, world, { action: 'links/actions.ts#revokeLinkAction', args: [world.slug, world.links[kind].id] });

type Take = TakenAway['take'];

/** Done by a host on their page. */
const byHost =
  (action: string, args: (world: World, personId: string) => readonly unknown[]): Take =>
  (world, { personId }, url) =>
    act(url, world, { action, args: args(world, personId ?? '') });

const disable: Take = (world, { personId }, url) =>
  act(url, world, {
    action: 'admin/actions.ts#disablePersonAction',
    args: [personId],
    cookie: world.people.admin.cookie,
  });
const lock = byHost('decks/actions.ts#lockDeckAction', ({ planned }) => [planned.deckId]);
const putOut = byHost('decks/actions.ts#putOutAction', ({ planned }, personId) => [planned.deckId, personId]);
const role = (to: 'reader' | 'writer') =>
  byHost('people/actions.ts#changeRoleAction', ({ slug }, personId) => [slug, personId, to]);
const audiences = (changed: Partial<SeriesAudiences>) =>
  byHost('people/actions.ts#changeAudiencesAction', ({ slug, openness }) => [
    slug,
    UNSENT,
    form({ ...AUDIENCES[openness], ...changed }),
  ]);

export const takenAway: readonly TakenAway[] = [
  {
    what: 'the write link is ended under a guest',
    victim: guest,
    take: endLink('write'),
    code: CLOSE.notAllowed,
    left: 'nothing',
  },
  {
    what: 'the write link is ended under somebody without a name',
    victim: linkHolder('write link'),
    take: endLink('write'),
    code: CLOSE.signInFirst,
    left: 'nothing',
  },
  {
    what: 'the link to a section is ended',
    victim: linkHolder('section link'),
    take: endLink('section'),
    code: CLOSE.signInFirst,
    left: 'nothing',
  },
  {
    what: 'a writer signs out elsewhere',
    victim: member('writer'),
    take: (world, { cookie }, url) =>
      act(url, world, { action: 'accounts/actions.ts#signOutAction', args: [], cookie }),
    code: CLOSE.signInFirst,
    left: 'nothing',
  },
  {
    what: 'a membership is removed',
    victim: member('writer'),
    take: byHost('people/actions.ts#removeMemberAction', ({ slug }, personId) => [slug, personId]),
    code: CLOSE.notAllowed,
    left: 'nothing',
  },
  {
    what: 'a writer is made a reader',
    victim: member('writer'),
    take: role('reader'),
    code: CLOSE.comeBack,
    left: 'reading',
  },
  {
    what: 'a host is made a writer, on the template',
    victim: member('host'),
    take: role('writer'),
    code: CLOSE.comeBack,
    left: 'reading',
    deck: 'template',
  },
  {
    what: 'a person with an account is disabled',
    victim: member('writer'),
    take: disable,
    code: CLOSE.signInFirst,
    left: 'nothing',
  },
  // The link is still theirs, and whoever holds it without a name reads.
  { what: 'a guest is disabled', victim: guest, take: disable, code: CLOSE.comeBack, left: 'reading' },
  {
    what: 'a session is ended',
    victim: member('writer'),
    // On another browser of theirs.
    take: async (world, { personId }, url) => {
      const { email } = await database().person.findUniqueOrThrow({ where: { id: personId ?? '' } });
      const cookie = cookiesOf(await signIn({ email: email ?? '', password: PASSWORD }, new Headers()));
      await act(url, world, { action: 'accounts/security-actions.ts#endOtherSessionsAction', args: [], cookie });
    },
    code: CLOSE.signInFirst,
    left: 'nothing',
  },
  { what: 'the deck is locked under a guest', victim: guest, take: lock, code: CLOSE.comeBack, left: 'reading' },
  {
    what: 'the deck is locked under the holder of a section’s link',
    victim: linkHolder('section link'),
    take: lock,
    code: CLOSE.comeBack,
    left: 'reading',
  },
  { what: 'a guest is put out', victim: guest, take: putOut, code: CLOSE.notAllowed, left: 'nothing' },
  // A member still reads what members read.
  { what: 'a writer is put out', victim: member('writer'), take: putOut, code: CLOSE.comeBack, left: 'reading' },
  {
    what: 'live calls are closed to who is no member',
    victim: async () => ({ cookie: '', personId: null }),
    take: audiences({ readLive: 'members' }),
    code: CLOSE.signInFirst,
    left: 'nothing',
    deck: 'live',
    openness: 'usual',
  },
  {
    what: 'the call is deleted',
    victim: member('writer'),
    take: byHost('bin/actions.ts#deleteCallAction', ({ planned }) => [planned.id]),
    code: CLOSE.noSuchDeck,
    left: 'nothing',
    everybody: true,
  },
  {
    what: 'the call is deleted under the holder of a section’s link',
    victim: linkHolder('section link'),
    take: byHost('bin/actions.ts#deleteCallAction', ({ planned }) => [planned.id]),
    code: CLOSE.noSuchDeck,
    left: 'nothing',
    everybody: true,
  },
  {
    what: 'the series is deleted',
    victim: async (world) => {
      // As long as a call is live it would be refused.
      await endCall(visitorOf(world.people.host), world.live.id);
      return member('writer')(world);
    },
    take: byHost('bin/actions.ts#deleteSeriesAction', ({ slug }) => [
      slug,
      UNSENT,
      form({ confirm: `Harbour ${slug}` }),
    ]),
    code: CLOSE.noSuchDeck,
    left: 'nothing',
    deck: 'template',
    everybody: true,
  },
  {
    what: 'an open series is written by members alone',
    victim: async ({ people }) => ({ cookie: people.other.cookie, personId: people.other.personId }),
    take: audiences({ write: 'members' }),
    code: CLOSE.comeBack,
    left: 'reading',
    openness: 'open',
  },
];
