import { AsyncLocalStorage } from 'node:async_hooks';
import type { SignInProblem } from '#lib/sign-in-problem.ts';
import type { Proof } from '#server/accounts/claims.ts';

/** One return from a provider: what it proves of a person, and why it failed. */
export interface SignInTrip {
  proof: Proof | null;
  problem: SignInProblem | null;
}

const trips = new AsyncLocalStorage<SignInTrip>();

/** Does work as one return from a provider; what happens inside is written down in the trip. */
export async function onTrip<T>(trip: SignInTrip, work: () => Promise<T>): Promise<T> {
  return trips.run(trip, work);
}

/** The return from a provider that this code runs for, or null: accounts made in other ways are nobody's return. */
export function currentTrip(): SignInTrip | null {
  return trips.getStore() ?? null;
}
