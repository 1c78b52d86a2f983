'use server';

import { redirect } from 'next/navigation';
import { currentVisitor } from '#app/current-visitor.ts';
import { refusalOf } from '#app/refusal-of.ts';
import { callFormSchema } from '#lib/calls/call-form.ts';
import { isTimeZone } from '#lib/dates/time-zone.ts';
import { refused, refusedWhole, textFields, type FormState } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import { seriesFormSchema } from '#lib/series/series-form.ts';
import { planCall } from '#server/calls/plan-call.ts';
import { createSample } from '#server/series/create-sample.ts';
import { createSeries } from '#server/series/create-series.ts';

/** Starts a series and, when a date was given, plans its first call. Both are checked before anything is written. */
export async function createSeriesAction(_before: FormState, fields: FormData): Promise<FormState> {
  const given = textFields(fields);
  const form = seriesFormSchema.safeParse(given);
  const first = callFormSchema.optional().safeParse(given['date'] === '' ? undefined : given);
  if (!form.success) return refused(form.error, messages.series.problems);
  if (!first.success) return refused(first.error, messages.series.problems);
  let next: string;
  try {
    const visitor = await currentVisitor();
    const { slug, address } = await createSeries(visitor, form.data);
    next = first.data === undefined ? address : (await planCall(visitor, slug, first.data)).address;
  } catch (error) {
    return refusedWhole(refusalOf(error));
  }
  return redirect(next);
}

/** Makes the sample series, or finds it, and goes there. */
export async function createSampleAction(_before: FormState, fields: FormData): Promise<FormState> {
  const { timeZone = '' } = textFields(fields);
  let next: string;
  try {
    next = (await createSample(await currentVisitor(), isTimeZone(timeZone) ? timeZone : 'UTC')).address;
  } catch (error) {
    return refusedWhole(refusalOf(error));
  }
  return redirect(next);
}
