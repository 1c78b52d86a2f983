const PROBLEMS = [
  /** There is an account with this address, but nobody has proved yet that the address is its owner's. */
  'not-linked',
  /** Nobody has invited or named them. */
  'not-invited',
  /** The provider does not say that the address is theirs. */
  'unverified',
  'no-email',
  /** What the provider sent is not what it should be: forged, from somebody else, for somebody else. */
  'refused',
  /** It was begun in another browser, too long ago, or is used already. */
  'expired',
  'disabled',
  'too-many',
  /** The provider does not answer, or said no. */
  'provider',
] as const;

/** Why somebody who came back from a provider is not signed in; what the page says of it is in the messages. */
export type SignInProblem = (typeof PROBLEMS)[number];

/** A problem's code in an address, or null for any other text. */
export function signInProblem(text: unknown): SignInProblem | null {
  return PROBLEMS.find((problem) => problem === text) ?? null;
}
