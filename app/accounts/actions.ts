'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { besidePassword } from '#app/accounts/beside-password.ts';
import { keepCookies } from '#app/keep-cookies.ts';
import { refusalOf } from '#app/refusal-of.ts';
import { accountFormFor } from '#lib/account-form.ts';
import { addresses, safeNext } from '#lib/addresses.ts';
import { mailFormSchema, signInFormSchema } from '#lib/forms/account-forms.ts';
import { refused, refusedWhole, textFields, type FormState } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import { createFirstAccount } from '#server/accounts/create-account.ts';
import { mailReset, mailSignInLink } from '#server/accounts/mailed-links.ts';
import { resetPassword } from '#server/accounts/reset.ts';
import { openSessionOf, signInByLink } from '#server/accounts/sign-in-links.ts';
import { signIn, signOut } from '#server/accounts/sign-in.ts';
import { waysToSignIn } from '#server/accounts/ways-to-sign-in.ts';

const words = messages.account;

/** Signs in and goes on to where the person wanted to go, or mails a link for that, as the button says that was pressed. */
export async function signInAction(before: FormState, fields: FormData): Promise<FormState> {
  if (textFields(fields)['way'] === 'link') return mailSignInLinkAction(before, fields);
  const form = signInFormSchema.safeParse(textFields(fields));
  if (!form.success) return refused(form.error, words.problems);
  try {
    await keepCookies(await signIn(form.data, await headers()));
  } catch (error) {
    return refusedWhole(refusalOf(error));
  }
  return redirect(safeNext(form.data.next) ?? addresses.home());
}

/** Mails a link to sign in with, and says the same whether the address is anybody's or not. */
export async function mailSignInLinkAction(_before: FormState, fields: FormData): Promise<FormState> {
  const form = mailFormSchema.safeParse(textFields(fields));
  if (!form.success) return refused(form.error, words.problems);
  try {
    await mailSignInLink(form.data.email, await headers(), safeNext(form.data.next));
  } catch (error) {
    return refusedWhole(refusalOf(error));
  }
  return redirect(addresses.linkMailed());
}

/** Mails a link to choose a new password with; the answer tells as little. */
export async function mailResetAction(_before: FormState, fields: FormData): Promise<FormState> {
  const form = mailFormSchema.safeParse(textFields(fields));
  if (!form.success) return refused(form.error, words.problems);
  try {
    await mailReset(form.data.email, await headers());
  } catch (error) {
    return refusedWhole(refusalOf(error));
  }
  return redirect(addresses.resetMailed());
}

/** Uses a one-time link up and goes on. */
export async function signInByLinkAction(
  token: string,
  next: string,
  _before: FormState,
  _fields: FormData,
): Promise<FormState> {
  try {
    await keepCookies(await signInByLink(token, await headers()));
  } catch (error) {
    return refusedWhole(refusalOf(error));
  }
  return redirect(safeNext(next) ?? addresses.home());
}

/** Signs out and says so. */
export async function signOutAction(): Promise<void> {
  await keepCookies(await signOut(await headers()));
  redirect(addresses.signedOut());
}

/** Makes the first account for whoever holds the set-up link, and signs it in. */
export async function setupAction(token: string, _before: FormState, fields: FormData): Promise<FormState> {
  const form = accountFormFor(waysToSignIn()).safeParse(textFields(fields));
  if (!form.success) return refused(form.error, {});
  try {
    const { personId } = await createFirstAccount(token, form.data);
    await keepCookies(await openSessionOf(personId, await headers()));
  } catch (error) {
    return besidePassword(error);
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
