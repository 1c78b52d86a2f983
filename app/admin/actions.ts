'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { currentVisitor } from '#app/current-visitor.ts';
import { refusalOf } from '#app/refusal-of.ts';
import type { SignInLinkMade } from '#components/admin/admin-actions.ts';
import { addresses } from '#lib/addresses.ts';
import { refusedWhole, textFields, type FormState } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import { createSignInLink } from '#server/accounts/sign-in-links.ts';
import { adminOver, adminPerson, giveSeries } from '#server/people/admin.ts';
import { deletePerson, disablePerson, enablePerson, setAdmin } from '#server/people/end-person.ts';

/** Acts of admins on people and series. Each answers null, or why not, unless it says otherwise. */

/** Whatever comes in place of yes is no. */
export async function setAdminAction(person: string, admin: unknown): Promise<string | null> {
  return over(person, (ending) => setAdmin(ending, admin === true));
}

export async function disablePersonAction(person: string): Promise<string | null> {
  return over(person, disablePerson);
}

export async function enablePersonAction(person: string): Promise<string | null> {
  return over(person, enablePerson);
}

/** Deletes somebody for good, once their name was typed, and goes back to the list. */
export async function deletePersonAction(person: string, _before: FormState, fields: FormData): Promise<FormState> {
  const { confirm = '' } = textFields(fields);
  try {
    const { name } = (await adminPerson(await currentVisitor(), person)).person;
    if (confirm.trim() !== name)
      return { problems: { confirm: messages.admin.person.removeMismatch(name) }, refusal: null };
    await deletePerson(await adminOver(await currentVisitor(), person));
  } catch (error) {
    return refusedWhole(refusalOf(error));
  }
  return redirect(addresses.admin());
}

/** Makes a one-time link by which somebody with an account signs in. */
export async function signInLinkAction(person: string): Promise<SignInLinkMade> {
  try {
    const { email } = await adminOver(await currentVisitor(), person);
    return { path: await createSignInLink(email ?? '') };
  } catch (error) {
    return { refusal: refusalOf(error) };
  }
}

/** Gives a series without a host to somebody. */
export async function giveSeriesAction(series: string, person: string): Promise<string | null> {
  try {
    await giveSeries(await currentVisitor(), series, person);
  } catch (error) {
    return refusalOf(error);
  }
  revalidatePath(addresses.admin());
  return null;
}

async function over(
  person: string,
  work: (ending: { readonly personId: string; readonly by: string }) => Promise<void>,
): Promise<string | null> {
  try {
    await work(await adminOver(await currentVisitor(), person));
  } catch (error) {
    return refusalOf(error);
  }
  revalidatePath(addresses.adminPerson(person));
  return null;
}
