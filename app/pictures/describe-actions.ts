'use server';

import { z } from 'zod';
import { currentVisitor } from '#app/current-visitor.ts';
import { refusalOf } from '#app/refusal-of.ts';
import { isText } from '#lib/text-argument.ts';
import { messages } from '#lib/messages/en.ts';
import { describePicture } from '#server/assets/describe-picture.ts';

const text = z.string().max(2_000).refine(isText);
const schema = z.tuple([text, text, text]);

/** Keeps what a picture shows. Answers null, or why not. */
export async function describePictureAction(deckId: string, key: string, alt: string): Promise<string | null> {
  const parsed = schema.safeParse([deckId, key, alt]);
  if (!parsed.success) return messages.sections.problems.other;
  try {
    await describePicture(await currentVisitor(), ...parsed.data);
    return null;
  } catch (error) {
    return refusalOf(error);
  }
}
