'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { currentVisitor } from '#app/current-visitor.ts';
import { refusalOf } from '#app/refusal-of.ts';
import { callSlotSchema, MOST_SLOT_MINUTES } from '#lib/calls/call-slot.ts';
import { callFormSchema } from '#lib/calls/call-form.ts';
import { refused, refusedWhole, textFields, type FormState } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import type { Visitor } from '#lib/visitor.ts';
import { changeSlot } from '#server/calls/change-slot.ts';
import { removeHello } from '#server/archive/remove-hello.ts';
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

/** Says how long a call may take (seconds), or nothing of that. Answers null, or why not. */
export async function changeSlotAction(callId: string, seconds: number | null): Promise<string | null> {
  const slot = callSlotSchema.safeParse(seconds);
  if (!slot.success) return messages.callTime.slot.problem(MOST_SLOT_MINUTES);
  try {
    await changeSlot(await currentVisitor(), callId, slot.data);
    return null;
  } catch (error) {
    return refusalOf(error);
  }
}

/** Takes the name of somebody who said hello out of a record. Answers null, or why not. */
export async function removeHelloAction(callId: string, helloId: string): Promise<string | null> {
  return moved(callId, (visitor) => removeHello(visitor, callId, helloId));
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
