'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { currentVisitor } from '#app/current-visitor.ts';
import { refusalOf } from '#app/refusal-of.ts';
import { callFormSchema } from '#lib/calls/call-form.ts';
import { refused, refusedWhole, textFields, type FormState } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import type { Visitor } from '#lib/visitor.ts';
import { endCall } from '#server/calls/end-call.ts';
import { planCall } from '#server/calls/plan-call.ts';
import { resumeCall } from '#server/calls/resume-call.ts';
import { startCall } from '#server/calls/start-call.ts';

/** Plans a call of a series and goes to its board. */
export async function planCallAction(series: string, _before: FormState, fields: FormData): Promise<FormState> {
  const form = callFormSchema.safeParse(textFields(fields));
  if (!form.success) return refused(form.error, messages.series.problems);
  let next: string;
  try {
    next = (await planCall(await currentVisitor(), series, form.data)).address;
  } catch (error) {
    return refusedWhole(refusalOf(error));
  }
  return redirect(next);
}

/** Starts a call. Answers null, or why not. */
export async function startCallAction(callId: string): Promise<string | null> {
  return moved(callId, startCall);
}

/** Ends a call. Answers null, or why not. */
export async function endCallAction(callId: string): Promise<string | null> {
  return moved(callId, endCall);
}

/** Resumes a call that just ended. Answers null, or why not. */
export async function resumeCallAction(callId: string): Promise<string | null> {
  return moved(callId, resumeCall);
}

async function moved(
  callId: string,
  move: (visitor: Visitor, callId: string) => Promise<{ readonly address: string }>,
): Promise<string | null> {
  try {
    const { address } = await move(await currentVisitor(), callId);
    revalidatePath(address);
    return null;
  } catch (error) {
    return refusalOf(error);
  }
}
