'use server';

import { redirect } from 'next/navigation';
import { currentVisitor } from '#app/current-visitor.ts';
import { refusalOf } from '#app/refusal-of.ts';
import { addresses } from '#lib/addresses.ts';
import { refusedWhole, textFields, type FormState } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import { deleteCall, restoreCall } from '#server/bin/delete-call.ts';
import { deleteSeries, restoreSeries } from '#server/bin/delete-series.ts';
import { findSeries } from '#server/series/find-series.ts';

/** Into the bin and back. Each answers null, or why not, unless it says otherwise. */

export async function deleteCallAction(callId: string): Promise<string | null> {
  return done(deleteCall(await currentVisitor(), callId));
}

export async function restoreCallAction(callId: string): Promise<string | null> {
  return done(restoreCall(await currentVisitor(), callId));
}

export async function restoreSeriesAction(seriesId: string): Promise<string | null> {
  return done(restoreSeries(await currentVisitor(), seriesId));
}

/** Deletes a series once its name was typed, and goes to the bin, where it can be brought back. */
export async function deleteSeriesAction(slug: string, _before: FormState, fields: FormData): Promise<FormState> {
  const { confirm = '' } = textFields(fields);
  try {
    const visitor = await currentVisitor();
    const { name } = (await findSeries(visitor, slug, 'series.delete')).series;
    if (confirm.trim() !== name) return { problems: { confirm: messages.bin.series.mismatch(name) }, refusal: null };
    await deleteSeries(visitor, slug);
  } catch (error) {
    return refusedWhole(refusalOf(error));
  }
  return redirect(addresses.ownBin());
}

async function done(act: Promise<unknown>): Promise<string | null> {
  try {
    await act;
    return null;
  } catch (error) {
    return refusalOf(error);
  }
}
