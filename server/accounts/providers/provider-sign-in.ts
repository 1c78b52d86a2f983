import { addresses, safeNext } from '#lib/addresses.ts';
import { Refusal } from '#lib/errors.ts';
import { signInProblem, type SignInProblem } from '#lib/sign-in-problem.ts';
import { auth } from '#server/accounts/auth.ts';
import { invitationOfCookie } from '#server/accounts/invitation-cookie.ts';
import { environment, ownOrigin } from '#server/environment.ts';
import { addressOf } from '#server/http/client-address.ts';
import { limit } from '#server/limits/limit.ts';
import { log } from '#server/log.ts';
import { discover } from './discover.ts';
import type { ProviderId } from './providers.ts';
import { onTrip, type SignInTrip } from './sign-in-trip.ts';

/** Where a browser goes next, and the cookies that it takes along. */
export interface Onward {
  readonly location: string;
  readonly cookies: readonly string[];
}

/** What is known of an issuer is asked for first: the library reads it without waiting. */
async function prepare(provider: ProviderId): Promise<void> {
  const { openId } = environment();
  if (provider === 'openid' && openId !== null) await discover(openId.issuer);
}

async function begin(provider: ProviderId, headers: Headers, next: string): Promise<Onward> {
  await limit('sign-in.begun', addressOf(headers));
  await prepare(provider);
  const invited = (await invitationOfCookie(headers.get('cookie'))) !== null;
  const answer = await (
    await auth()
  ).api.signInWithOAuth2({
    body: {
      providerId: provider,
      callbackURL: invited ? addresses.join() : next,
      errorCallbackURL: addresses.signIn(next),
    },
    headers,
    asResponse: true,
  });
  if (!answer.ok) throw new Error(`${provider}: ${answer.status}`);
  const { url } = (await answer.json()) as { readonly url: string };
  return { location: url, cookies: answer.headers.getSetCookie() };
}

/** Sends a browser to a provider. `next` is where it goes on to afterwards; whoever has opened an invitation goes there first. */
export async function beginSignIn(provider: ProviderId, headers: Headers, next: string): Promise<Onward> {
  try {
    return await begin(provider, headers, next);
  } catch (error) {
    const isRefusal = error instanceof Refusal;
    if (!isRefusal) log.warn('The way to a provider could not be begun.', { provider, error });
    return { location: addresses.signInProblem(isRefusal ? 'too-many' : 'provider', next), cookies: [] };
  }
}

/** The library's words for why it stopped, as ours. */
const PROBLEMS: Readonly<Record<string, SignInProblem>> = {
  account_not_linked: 'not-linked',
  state_mismatch: 'expired',
  state_not_found: 'expired',
  state_invalid: 'expired',
  please_restart_the_process: 'expired',
  issuer_mismatch: 'refused',
  issuer_missing: 'refused',
  email_is_missing: 'no-email',
};

function problemOf(error: string | null, trip: SignInTrip): SignInProblem {
  return trip.problem ?? PROBLEMS[error ?? ''] ?? signInProblem(error) ?? 'provider';
}

/** The library sends people on to its error address, or fails in its own way: both lead to our sign-in page, with our code. */
function onwardOf(answer: Response, trip: SignInTrip): Onward {
  const cookies = answer.headers.getSetCookie();
  const location = new URL(answer.headers.get('location') ?? addresses.signInProblem('provider'), ownOrigin());
  const next = safeNext(location.searchParams.get('next')) ?? undefined;
  const error = location.searchParams.get('error');
  const isRefused = trip.problem !== null || !answer.headers.has('location');
  if (isRefused || (location.pathname === addresses.signIn() && error !== null))
    return { location: addresses.signInProblem(problemOf(error, trip), next), cookies };
  return { location: `${location.pathname}${location.search}${location.hash}`, cookies };
}

/** Takes up a browser that comes back from a provider: signed in, or at the sign-in page with the reason why not. */
export async function endSignIn(provider: ProviderId, request: Request): Promise<Onward> {
  const trip: SignInTrip = { proof: null, problem: null };
  try {
    await prepare(provider);
    const library = await auth();
    return onwardOf(await onTrip(trip, () => library.handler(request)), trip);
  } catch (error) {
    log.warn('A return from a provider failed.', { provider, error });
    return { location: addresses.signInProblem('provider'), cookies: [] };
  }
}
