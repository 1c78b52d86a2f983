'use server';

import { currentVisitor } from '#app/current-visitor.ts';
import { refusalOf } from '#app/refusal-of.ts';
import { messages } from '#lib/messages/en.ts';
import { titleChangeSchema, type TitleChange, type TitleChoices } from '#lib/pictures/title-picture.ts';
import { setTitlePicture, titleChoices } from '#server/calls/title-picture.ts';

/** What a call could open with, or why that cannot be read. */
export async function titleChoicesAction(
  deckId: string,
): Promise<{ readonly choices: TitleChoices } | { readonly refusal: string }> {
  try {
    return { choices: await titleChoices(await currentVisitor(), deckId) };
  } catch (error) {
    return { refusal: refusalOf(error) };
  }
}

/** Gives a call another title picture, or none. Answers null, or why not. */
export async function setTitlePictureAction(deckId: string, change: TitleChange): Promise<string | null> {
  const parsed = titleChangeSchema.safeParse(change);
  if (!parsed.success) return messages.sections.problems.other;
  try {
    await setTitlePicture(await currentVisitor(), deckId, parsed.data);
    return null;
  } catch (error) {
    return refusalOf(error);
  }
}
