'use server';

import { revalidatePath } from 'next/cache';
import { currentVisitor } from '#app/current-visitor.ts';
import { refusalOf } from '#app/refusal-of.ts';
import type { NewToken } from '#components/tokens/tokens-part.tsx';
import { addresses } from '#lib/addresses.ts';
import { tokenFormSchema } from '#lib/api/scopes.ts';
import { formOf, refused, refusedWhole, textFields, UNSENT } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import { createApiToken, revokeApiToken, tokenOwner } from '#server/api-tokens/manage-tokens.ts';

/** Makes an API token of a series, or with null of the instance; it is given this once. */
export async function createTokenAction(series: string | null, fields: FormData): Promise<NewToken> {
  const form = tokenFormSchema.safeParse({ ...textFields(fields), scopes: formOf(fields).getAll('scopes') });
  if (!form.success) return { state: refused(form.error, messages.api.tokens.problems), token: null };
  try {
    const token = await createApiToken(await tokenOwner(await currentVisitor(), series), form.data);
    revalidatePath(series === null ? addresses.admin() : addresses.tokens(series));
    return { state: UNSENT, token };
  } catch (error) {
    return { state: refusedWhole(refusalOf(error)), token: null };
  }
}

/** Ends an API token. Answers null, or why not. */
export async function revokeTokenAction(series: string | null, token: string): Promise<string | null> {
  try {
    await revokeApiToken(await tokenOwner(await currentVisitor(), series), token);
  } catch (error) {
    return refusalOf(error);
  }
  revalidatePath(series === null ? addresses.admin() : addresses.tokens(series));
  return null;
}
