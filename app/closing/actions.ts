'use server';

import { revalidatePath } from 'next/cache';
import { currentVisitor } from '#app/current-visitor.ts';
import { refusalOf } from '#app/refusal-of.ts';
import { gatherAgain } from '#server/closing/gather-again.ts';
import { reopenCall } from '#server/closing/reopen-call.ts';

/** Takes back that a call was not held. Answers null, or why not. */
export async function reopenCallAction(callId: string): Promise<string | null> {
  return done(reopenCall(await currentVisitor(), callId));
}

/** Asks once more for the pictures that a record lacks. Answers null, or why not. */
export async function gatherAgainAction(callId: string): Promise<string | null> {
  return done(gatherAgain(await currentVisitor(), callId));
}

async function done(act: Promise<{ readonly address: string }>): Promise<string | null> {
  try {
    revalidatePath((await act).address);
    return null;
  } catch (error) {
    return refusalOf(error);
  }
}
