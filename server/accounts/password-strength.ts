import { passwordSchema } from '#lib/account-form.ts';
import { Refusal } from '#lib/errors.ts';

/** Of 0 to 4: 3 withstands ten thousand guesses a second against the stored hash for years. */
const ENOUGH = 3;

/** Whose password it is: what others know of them is what they try first. */
export interface PasswordOwner {
  readonly name: string;
  readonly email: string;
}

async function buildMeter() {
  // Two megabytes of words that a process which never sets a password need not have.
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
  });
}

let meter: ReturnType<typeof buildMeter> | undefined;

/** Refuses a password that is too short, too long, or guessed too soon, in a sentence that says what to do. Gives it back. */
export async function requireStrongPassword(password: unknown, { name, email }: PasswordOwner): Promise<string> {
  const parsed = passwordSchema.safeParse(password);
  if (!parsed.success) throw new Refusal('invalid', parsed.error.issues[0]?.message ?? 'That password will not do.');
  meter ??= buildMeter();
  const known = [name, ...name.split(/\s+/), email, ...email.split(/[@.]/), 'plenum'].filter((word) => word !== '');
  // The first 64 signs decide; the time grows with the square of the length.
  const { score } = (await meter).check(parsed.data.slice(0, 64), known);
  if (score < ENOUGH)
    throw new Refusal(
      'invalid',
      'That password is too easy to guess. Take three or four words that have nothing to do with each other or with you.',
    );
  return parsed.data;
}
