'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { keepCookies } from '#app/keep-cookies.ts';
import { refusalOf } from '#app/refusal-of.ts';
import { accountFormSchema } from '#lib/account-form.ts';
import { addresses, safeNext } from '#lib/addresses.ts';
import { signInFormSchema } from '#lib/forms/account-forms.ts';
import { refused, refusedWhole, textFields, type FormState } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import { createFirstAccount } from '#server/accounts/create-account.ts';
import { resetPassword } from '#server/accounts/reset.ts';
import { signIn, signOut } from '#server/accounts/sign-in.ts';

const words = messages.account;

/** Signs in and goes on to where the person wanted to go. */
export async function signInAction(_before: FormState, fields: FormData): Promise<FormState> {
  const form = signInFormSchema.safeParse(textFields(fields));
  if (!form.success) return refused(form.error, words.problems);
  try {
    await keepCookies(await signIn(form.data, await headers()));
  } catch (error) {
    return refusedWhole(refusalOf(error));
  }
  return redirect(safeNext(form.data.next) ?? addresses.home());
}

/** Signs out and says so. */
export async function signOutAction(): Promise<void> {
  await keepCookies(await signOut(await headers()));
  redirect(addresses.signedOut());
}

/** Makes the first account for whoever holds the set-up link, and signs it in. */
export async function setupAction(token: string, _before: FormState, fields: FormData): Promise<FormState> {
  const form = accountFormSchema.safeParse(textFields(fields));
  if (!form.success) return refused(form.error, {});
  try {
    await createFirstAccount(token, form.data);
    await keepCookies(await signIn(form.data, await headers()));
  } catch (error) {
    return refusedWhole(refusalOf(error));
  }
  return redirect(addresses.home());
}

/** Sets a new password for whoever holds the link; sign-in follows. */
export async function resetAction(token: string, _before: FormState, fields: FormData): Promise<FormState> {
  const { password = '' } = textFields(fields);
  try {
    await resetPassword(token, password);
  } catch (error) {
    return { problems: { password: refusalOf(error) }, refusal: null };
  }
  return redirect(addresses.passwordKept());
}
