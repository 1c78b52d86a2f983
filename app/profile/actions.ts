'use server';

import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { currentVisitor } from '#app/current-visitor.ts';
import { keepCookies } from '#app/keep-cookies.ts';
import { refusalOf } from '#app/refusal-of.ts';
import { addresses } from '#lib/addresses.ts';
import { refused, refusedWhole, textFields, UNSENT, type FormState } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import { profileFormSchema } from '#lib/people/profile-form.ts';
import { signOut } from '#server/accounts/sign-in.ts';
import { deletePerson } from '#server/people/end-person.ts';
import { changeProfile, requirePerson } from '#server/people/profile.ts';

/** Changes what somebody says of themselves. */
export async function changeProfileAction(_before: FormState, fields: FormData): Promise<FormState> {
  const form = profileFormSchema.safeParse({ handle: '', ...textFields(fields) });
  if (!form.success) return refused(form.error, {});
  try {
    await changeProfile(await currentVisitor(), form.data);
  } catch (error) {
    return refusedWhole(refusalOf(error));
  }
  revalidatePath(addresses.profile());
  return UNSENT;
}

/** Deletes the account of whoever asks, once they have typed their name. */
export async function deleteOwnAccountAction(_before: FormState, fields: FormData): Promise<FormState> {
  const { confirm = '' } = textFields(fields);
  try {
    const { id, name, signedIn } = requirePerson(await currentVisitor());
    if (confirm.trim() !== name)
      return { problems: { confirm: messages.profile.remove.mismatch(name) }, refusal: null };
    await deletePerson({ personId: id, by: id });
    if (signedIn) await keepCookies(await signOut(await headers()));
  } catch (error) {
    return refusedWhole(refusalOf(error));
  }
  return redirect(addresses.home());
}
