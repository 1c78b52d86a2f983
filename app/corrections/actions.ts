'use server';

import { redirect } from 'next/navigation';
import type { Published } from '#components/corrections/correction-actions.ts';
import { currentVisitor } from '#app/current-visitor.ts';
import { refusalOf } from '#app/refusal-of.ts';
import { refusedWhole, type FormState } from '#lib/forms/form-state.ts';
import { beginCorrection } from '#server/corrections/begin-correction.ts';
import { publishCorrection, withdrawCorrection } from '#server/corrections/publish-corrections.ts';

/** Begins the correction of a section of a record, and goes there. */
export async function beginCorrectionAction(
  callId: string,
  section: string,
  _before: FormState,
  _fields: FormData,
): Promise<FormState> {
  let next: string;
  try {
    next = (await beginCorrection(await currentVisitor(), callId, section)).address;
  } catch (error) {
    return refusedWhole(refusalOf(error));
  }
  return redirect(next);
}

/** Makes an edition of one correction. Answers why not, or which slides would be gone: then nothing was done unless that is `certain`. */
export async function publishCorrectionAction(deck: string, certain: boolean): Promise<Published> {
  try {
    const { lost } = await publishCorrection(await currentVisitor(), deck, certain);
    return { refusal: null, lost };
  } catch (error) {
    return { refusal: refusalOf(error), lost: [] };
  }
}

/** Closes a correction without publishing it. Answers null, or why not. */
export async function withdrawCorrectionAction(deck: string): Promise<string | null> {
  try {
    await withdrawCorrection(await currentVisitor(), deck);
    return null;
  } catch (error) {
    return refusalOf(error);
  }
}
