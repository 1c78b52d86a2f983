import type { BetterAuthOptions, GenericEndpointContext } from 'better-auth';
import { APIError } from 'better-auth/api';
import { database } from '#server/database/client.ts';
import { environment } from '#server/environment.ts';
import { log } from '#server/log.ts';
import { Refusal } from '#lib/errors.ts';
import type { SignInProblem } from '#lib/sign-in-problem.ts';
import { makeAccountPerson } from './account-person.ts';
import { claimByProof, type Proof } from './claims.ts';
import { invitationOfCookie } from './invitation-cookie.ts';
import { acceptInvitation, isExpected } from './invitations.ts';
import { currentTrip } from './providers/sign-in-trip.ts';
import { ringSessionEnd } from './ring-session-end.ts';

type Hooks = NonNullable<BetterAuthOptions['databaseHooks']>;

function stop(problem: SignInProblem): never {
  const trip = currentTrip();
  if (trip !== null) trip.problem = problem;
  throw new APIError('FORBIDDEN', { message: problem, code: problem });
}

function cookiesOf(context: GenericEndpointContext | null): string | null {
  return (context?.headers ?? context?.request?.headers)?.get('cookie') ?? null;
}

/**
 * Who comes from a provider without an account makes one only when somebody expects them. Accounts that are made in other ways
 * come here too, outside of any return from a provider: whoever makes them has looked already.
 */
async function admit(context: GenericEndpointContext | null): Promise<void> {
  const trip = currentTrip();
  if (trip === null) return;
  const { proof } = trip;
  if (proof === null) stop('refused');
  const invitation = await invitationOfCookie(cookiesOf(context));
  if (await isExpected(invitation, proof)) return;
  if (environment().signUp !== 'anyone') stop('not-invited');
  // An address that nobody vouches for may be somebody else's, who would find a stranger in their account.
  if (proof.email === null) stop('unverified');
}

/** Nothing is asked of a provider once somebody is signed in: its tokens are not kept. */
const WITHOUT_TOKENS = { accessToken: null, refreshToken: null, idToken: null } as const;

async function withoutTokens() {
  return { data: WITHOUT_TOKENS };
}

/** The person behind an account that came from a provider, made when there is none: also one whose making was cut off. */
async function ensurePerson(userId: string, proof: Proof): Promise<void> {
  await database().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM auth_user WHERE id = ${userId} FOR UPDATE`;
    if ((await tx.person.count({ where: { authUserId: userId } })) > 0) return;
    const { name, email } = await tx.authUser.findUniqueOrThrow({ where: { id: userId } });
    await makeAccountPerson(tx, { authUserId: userId, name, email, admin: false, proof });
  });
}

async function beforeSession(userId: string): Promise<void> {
  const proof = currentTrip()?.proof ?? null;
  if (proof !== null) await ensurePerson(userId, proof);
  const person = await database().person.findUnique({ where: { authUserId: userId } });
  if (person !== null && (person.disabledAt !== null || person.deletedAt !== null)) stop('disabled');
}

/** The session that this browser had before ends with the next one. */
async function endFormer(context: GenericEndpointContext | null, token: string): Promise<void> {
  if (context === null) return;
  const { authCookies, secret, internalAdapter } = context.context;
  const former = await context.getSignedCookie(authCookies.sessionToken.name, secret);
  if (typeof former === 'string' && former !== token) await internalAdapter.deleteSession(former);
}

async function claim(person: { readonly id: string; readonly handle: string | null }, proof: Proof): Promise<void> {
  await claimByProof(person.id, proof);
  if (proof.handle !== null)
    await database().person.updateMany({ where: { id: person.id, handle: null }, data: { handle: proof.handle } });
}

/** An invitation that the browser has opened is accepted by signing in. One that does not count any more is nothing. */
async function accept(personId: string, cookie: string | null): Promise<void> {
  const invitation = await invitationOfCookie(cookie);
  if (invitation === null) return;
  const isDone = await database().invitation.count({ where: { id: invitation, acceptedById: personId } });
  if (isDone > 0) return;
  await acceptInvitation(personId, invitation).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
}

async function afterSession(
  session: { readonly userId: string; readonly token: string },
  context: GenericEndpointContext | null,
): Promise<void> {
  await endFormer(context, session.token);
  const person = await database().person.findUnique({
    where: { authUserId: session.userId },
    include: { authUser: true },
  });
  if (person === null) return;
  const { authUser } = person;
  const proved = authUser?.emailVerified === true ? authUser.email : null;
  await claim(person, currentTrip()?.proof ?? { email: proved, handle: null });
  await accept(person.id, cookiesOf(context));
}

/** What Plenum does when the accounts library makes a user, keeps what a provider gave, opens or ends a session. */
export const authHooks: Hooks = {
  user: { create: { before: (_user, context) => admit(context) } },
  account: { create: { before: withoutTokens }, update: { before: withoutTokens } },
  session: {
    create: {
      before: ({ userId }) => beforeSession(userId),
      after: (session, context) =>
        // Whoever is signed in stays it: what is left undone is done at the next time.
        afterSession(session, context).catch((error: unknown) => log.error('after signing in', { error })),
    },
    delete: { after: ({ userId }) => ringSessionEnd(userId) },
  },
};
