'use server';

import { revalidatePath } from 'next/cache';
import { currentVisitor } from '#app/current-visitor.ts';
import { refusalOf } from '#app/refusal-of.ts';
import { addresses } from '#lib/addresses.ts';
import { refused, refusedWhole, textFields, UNSENT, type FormState } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import { mirrorFormSchema } from '#lib/mirror/mirror-form.ts';
import type { Visitor } from '#lib/visitor.ts';
import { setMirror } from '#server/mirror/set-mirror.ts';
import { forgetServerKey, goOnFromTheirs, tryMirror, turnMirror } from '#server/mirror/tend-mirror.ts';

/** Says into which repository the records of a series go. */
export async function setMirrorAction(series: string, _before: FormState, fields: FormData): Promise<FormState> {
  const form = mirrorFormSchema.safeParse(textFields(fields));
  if (!form.success) return refused(form.error, messages.mirror.problems);
  const refusal = await act(series, (visitor) => setMirror(visitor, series, form.data));
  return refusal === null ? UNSENT : refusedWhole(refusal);
}

/** Tries it now. Answers null, or why not; so do those below. */
export async function tryMirrorAction(series: string): Promise<string | null> {
  return act(series, (visitor) => tryMirror(visitor, series));
}

/** Turns it on or off. */
export async function turnMirrorAction(series: string, on: boolean): Promise<string | null> {
  return act(series, (visitor) => turnMirror(visitor, series, on));
}

/** Lets the server's next key be trusted. */
export async function forgetServerKeyAction(series: string): Promise<string | null> {
  return act(series, (visitor) => forgetServerKey(visitor, series));
}

/** Goes on from the history that the repository has now. */
export async function goOnFromTheirsAction(series: string): Promise<string | null> {
  return act(series, (visitor) => goOnFromTheirs(visitor, series));
}

async function act(series: string, does: (visitor: Visitor) => Promise<void>): Promise<string | null> {
  try {
    await does(await currentVisitor());
  } catch (error) {
    return refusalOf(error);
  }
  revalidatePath(addresses.mirror(series));
  return null;
}
