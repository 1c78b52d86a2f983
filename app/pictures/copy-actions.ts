'use server';

import { currentVisitor } from '#app/current-visitor.ts';
import { refusalOf } from '#app/refusal-of.ts';
import type { CopyAnswer } from '#lib/assets/foreign-pictures.ts';
import { Refusal, type RefusalCode } from '#lib/errors.ts';
import { keepCopy } from '#server/assets/keep-copies.ts';

const FINAL: ReadonlySet<RefusalCode> = new Set(['too-many', 'frozen', 'not-allowed', 'sign-in-first']);

/** Keeps a copy of a picture on another server that this deck shows, or says why it cannot be had. */
export async function keepCopyAction(deckId: string, address: string): Promise<CopyAnswer> {
  try {
    return { kept: await keepCopy(await currentVisitor(), deckId, address) };
  } catch (error) {
    return { refusal: refusalOf(error), final: error instanceof Refusal && FINAL.has(error.code) };
  }
}
