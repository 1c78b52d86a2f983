import 'server-only';
import { refusalOf } from '#app/refusal-of.ts';
import { Refusal } from '#lib/errors.ts';
import { refusedWhole, type FormState } from '#lib/forms/form-state.ts';

/** What refused a new account: a password that is too easy to guess stands beside its field. Surprises are thrown on. */
export function besidePassword(error: unknown): FormState {
  const sentence = refusalOf(error);
  const isPassword = error instanceof Refusal && error.code === 'invalid';
  return isPassword ? { problems: { password: sentence }, refusal: null } : refusedWhole(sentence);
}
