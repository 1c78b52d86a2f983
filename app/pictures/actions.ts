'use server';

import { revalidatePath } from 'next/cache';
import { currentVisitor } from '#app/current-visitor.ts';
import { refusalOf } from '#app/refusal-of.ts';
import type { PicturesActions } from '#components/pictures/pictures-actions.ts';
import { addresses } from '#lib/addresses.ts';
import {
  descriptionFormSchema,
  picturesAskedSchema,
  replacementSchema,
  type Answer,
  type DescriptionKept,
  type Replacement,
  type SeriesPicture,
} from '#lib/assets/series-pictures-view.ts';
import { Refusal, type RefusalCode } from '#lib/errors.ts';
import { refused, refusedWhole, textFields, UNSENT, type FormState } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import type { Visitor } from '#lib/visitor.ts';
import { changeDescription } from '#server/assets/change-description.ts';
import { replacePicture, undoReplacement } from '#server/assets/replace-picture.ts';
import { keepCopyForSeries } from '#server/assets/series-copies.ts';
import { seriesPictures } from '#server/assets/series-pictures.ts';
import { chooseForeignPictures } from '#server/series/choose-foreign-pictures.ts';

/** Every act on the pictures of a series: each is checked by the function that does it, for whoever asks. */

/** The newest pictures in which this is found. */
export async function findPicturesAction(series: string, search: string): Promise<Answer<readonly SeriesPicture[]>> {
  const asked = picturesAskedSchema.parse({ show: 'all', search, after: null });
  return answer(async (visitor) => (await seriesPictures(visitor, series, asked)).pictures);
}

export async function changeDescriptionAction(
  series: string,
  key: string,
  fields: FormData,
): Promise<{ readonly state: FormState } & DescriptionKept> {
  const form = descriptionFormSchema.safeParse(textFields(fields));
  if (!form.success) return { state: refused(form.error, messages.pictures.problems), places: 0 };
  const kept = await answer((visitor) => changeDescription(visitor, series, key, form.data));
  if (!kept.ok) return { state: refusedWhole(kept.message), places: 0 };
  revalidatePath(addresses.pictures(series));
  return { state: UNSENT, places: kept.value.places };
}

export async function replacePictureAction(series: string, from: string, to: string): Promise<Answer<Replacement>> {
  const done = await answer((visitor) => replacePicture(visitor, series, { from, to }));
  if (done.ok) revalidatePath(addresses.pictures(series));
  return done;
}

/** Answers null, or why not. */
export async function undoReplacementAction(series: string, replacement: Replacement): Promise<string | null> {
  const done = replacementSchema.safeParse(replacement);
  if (!done.success) return messages.pictures.problems.gone;
  const undone = await answer((visitor) => undoReplacement(visitor, series, done.data));
  if (!undone.ok) return undone.message;
  revalidatePath(addresses.pictures(series));
  return null;
}

/** Says whether pictures from other servers are shown. */
export async function chooseForeignPicturesAction(
  series: string,
  _before: FormState,
  fields: FormData,
): Promise<FormState> {
  const { foreign = '' } = textFields(fields);
  if (foreign !== 'own' && foreign !== 'foreign') return refusedWhole(messages.pictures.problems.choice);
  const done = await answer((visitor) => chooseForeignPictures(visitor, series, foreign === 'foreign'));
  if (!done.ok) return refusedWhole(done.message);
  revalidatePath(addresses.pictures(series));
  return UNSENT;
}

/** Keeps a copy of a picture on another server. The page is not made anew: whoever keeps many asks for it at the end. */
export async function keepCopyInSeriesAction(series: string, address: string): ReturnType<PicturesActions['keepCopy']> {
  try {
    await keepCopyForSeries(await currentVisitor(), series, address);
    return { ok: true };
  } catch (error) {
    const final = error instanceof Refusal && FINAL.has(error.code);
    return { ok: false, message: refusalOf(error), final };
  }
}

/** What has nothing to do with the one picture. */
const FINAL: ReadonlySet<RefusalCode> = new Set(['too-many', 'not-allowed', 'sign-in-first']);

async function answer<T>(work: (visitor: Visitor) => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await work(await currentVisitor()) };
  } catch (error) {
    return { ok: false, message: refusalOf(error) };
  }
}
