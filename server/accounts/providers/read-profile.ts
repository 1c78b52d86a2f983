import type { SignInProblem } from '#lib/sign-in-problem.ts';
import type { Proof } from '#server/accounts/claims.ts';
import { log } from '#server/log.ts';
import { ProviderFault } from './ask-provider.ts';
import type { Profile } from './profile.ts';
import { currentTrip } from './sign-in-trip.ts';

/** Why a return from a provider ends here. */
export class TripRefused extends Error {
  override readonly name = 'TripRefused';
  readonly problem: SignInProblem;

  constructor(problem: SignInProblem, message: string) {
    super(message);
    this.problem = problem;
  }
}

function problemOf(error: unknown): SignInProblem {
  if (error instanceof TripRefused) return error.problem;
  // Whatever else is wrong with a token (signature, issuer, audience, time, shape) is one thing to people.
  return error instanceof ProviderFault ? 'provider' : 'refused';
}

/** Reads who somebody is at a provider and writes down what that proves. Null, with the reason in the trip and the log, when it cannot. */
export async function readProfile(
  provider: string,
  read: () => Promise<{ readonly profile: Profile; readonly proof: Proof }>,
): Promise<Profile | null> {
  const trip = currentTrip();
  try {
    const { profile, proof } = await read();
    if (trip !== null) trip.proof = proof;
    return profile;
  } catch (error) {
    const problem = problemOf(error);
    log.warn('A return from a provider was refused.', { provider, problem, error });
    if (trip !== null) trip.problem = problem;
    return null;
  }
}
