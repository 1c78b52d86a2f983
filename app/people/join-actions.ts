'use server';

import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { currentVisitor } from '#app/current-visitor.ts';
import { besidePassword } from '#app/accounts/beside-password.ts';
import { keepCookies } from '#app/keep-cookies.ts';
import { refusalOf } from '#app/refusal-of.ts';
import { accountFormFor } from '#lib/account-form.ts';
import { refused, refusedWhole, textFields, type FormState } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import { cookieName } from '#server/accounts/cookies.ts';
import { createInvitedAccount } from '#server/accounts/create-account.ts';
import { INVITATION_COOKIE, invitationOfCookie } from '#server/accounts/invitation-cookie.ts';
import { acceptInvitation } from '#server/accounts/invitations.ts';
import { openSessionOf } from '#server/accounts/sign-in-links.ts';
import { waysToSignIn } from '#server/accounts/ways-to-sign-in.ts';

/** Accepts the invitation that this browser has opened, for whoever is signed in, and goes on. */
export async function joinAction(): Promise<FormState> {
  const { person } = await currentVisitor();
  const id = await invitationOfCookie((await headers()).get('cookie'));
  if (person?.signedIn !== true || id === null) return refusedWhole(messages.people.join.goneText);
  let next: string;
  try {
    next = await acceptInvitation(person.id, id);
  } catch (error) {
    return refusedWhole(refusalOf(error));
  }
  return leave(next);
}

/** Makes an account for whoever holds the invitation, signs it in, and goes on. */
export async function joinWithPasswordAction(_before: FormState, fields: FormData): Promise<FormState> {
  const form = accountFormFor(waysToSignIn()).safeParse(textFields(fields));
  if (!form.success) return refused(form.error, {});
  let next: string;
  try {
    const id = await invitationOfCookie((await headers()).get('cookie'));
    const made = await createInvitedAccount(id, form.data);
    await keepCookies(await openSessionOf(made.personId, await headers()));
    next = made.next;
  } catch (error) {
    return besidePassword(error);
  }
  return leave(next);
}

async function leave(next: string): Promise<never> {
  (await cookies()).delete(cookieName(INVITATION_COOKIE));
  return redirect(next);
}
