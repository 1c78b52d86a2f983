'use server';

import { revalidatePath } from 'next/cache';
import { currentVisitor } from '#app/current-visitor.ts';
import { refusalOf } from '#app/refusal-of.ts';
import { importedFormSchema, teamFields } from '#lib/corrections/imported-form.ts';
import { refused, refusedWhole, textFields, UNSENT, type FormState } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import { correctImported } from '#server/corrections/imported-record.ts';

/** Puts right what is known of an imported record. Answers where it is then, or what of the form cannot be taken. */
export async function correctRecordAction(
  callId: string,
  fields: FormData,
): Promise<{ readonly state: FormState; readonly address: string | null }> {
  const given = textFields(fields);
  const form = importedFormSchema.safeParse(given);
  if (!form.success) return { state: refused(form.error, messages.corrections.imported.problems), address: null };
  try {
    const corrected = { ...form.data, teams: teamFields(given) };
    const { address } = await correctImported(await currentVisitor(), callId, corrected);
    revalidatePath(address);
    return { state: UNSENT, address };
  } catch (error) {
    return { state: refusedWhole(refusalOf(error)), address: null };
  }
}
