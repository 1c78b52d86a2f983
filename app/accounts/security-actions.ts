'use server';

import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { refusalOf } from '#app/refusal-of.ts';
import { passwordFormSchema } from '#lib/forms/account-forms.ts';
import { refused, refusedWhole, textFields, UNSENT, type FormState } from '#lib/forms/form-state.ts';
import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';
import { changePassword } from '#server/accounts/change-password.ts';
import { endOtherSessions, endSession } from '#server/accounts/sessions.ts';

const PAGES = '/-/profile';

/** Sets one's own next or first password, and signs the other browsers out. */
export async function changePasswordAction(_before: FormState, fields: FormData): Promise<FormState> {
  const form = passwordFormSchema.safeParse(textFields(fields));
  if (!form.success) return refused(form.error, messages.account.problems);
  try {
    await changePassword(await headers(), { current: form.data.current, next: form.data.password });
  } catch (error) {
    return beside(error);
  }
  revalidatePath(PAGES, 'layout');
  return UNSENT;
}

/** A refusal stands beside what it is about. */
function beside(error: unknown): FormState {
  const sentence = refusalOf(error);
  const code = error instanceof Refusal ? error.code : null;
  if (code === 'invalid') return { problems: { password: sentence }, refusal: null };
  if (code === 'not-allowed') return { problems: { current: sentence }, refusal: null };
  return refusedWhole(sentence);
}

async function answered(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
  } catch (error) {
    return refusalOf(error);
  }
  revalidatePath(PAGES, 'layout');
  return null;
}

/** Signs one's own other browser out. Answers null, or why not. */
export async function endSessionAction(id: string): Promise<string | null> {
  return answered(endSession(await headers(), id));
}

/** Signs out everywhere but here. Answers null, or why not. */
export async function endOtherSessionsAction(): Promise<string | null> {
  return answered(endOtherSessions(await headers()));
}
