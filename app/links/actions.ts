'use server';

import { revalidatePath } from 'next/cache';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { currentVisitor } from '#app/current-visitor.ts';
import { refusalOf } from '#app/refusal-of.ts';
import type { NewLink } from '#components/links/links-card.tsx';
import { addresses, safeNext } from '#lib/addresses.ts';
import { refused, refusedWhole, textFields, UNSENT, type FormState } from '#lib/forms/form-state.ts';
import { linkFormSchema } from '#lib/link-form.ts';
import { messages } from '#lib/messages/en.ts';
import { cookieName, cookieOptions, YEAR } from '#server/accounts/cookies.ts';
import { createGuest, GUEST_COOKIE } from '#server/accounts/guests.ts';
import { createLink, revokeLink } from '#server/accounts/links.ts';
import { addressOf } from '#server/http/client-address.ts';
import { limit } from '#server/limits/limit.ts';

/** Lets whoever came by a link in under a name, and remembers the browser as that guest. */
export async function nameGuestAction(_before: FormState, fields: FormData): Promise<FormState> {
  const { name, next } = textFields(fields);
  // Each name is a row: whoever was sent no link makes none.
  const link = (await currentVisitor()).linkIds.at(-1);
  if (link === undefined) return { problems: { name: messages.links.guest.noLink }, refusal: null };
  try {
    await limit('guest.address', addressOf(await headers()));
    await limit('guest.link', link);
    const token = await createGuest(name);
    (await cookies()).set(cookieName(GUEST_COOKIE), token, cookieOptions(YEAR));
  } catch (error) {
    return { problems: { name: refusalOf(error) }, refusal: null };
  }
  return redirect(safeNext(next) ?? addresses.home());
}

/** Makes a link of a series; its address is given this once. */
export async function createLinkAction(series: string, fields: FormData): Promise<NewLink> {
  const form = linkFormSchema.safeParse(textFields(fields));
  if (!form.success) return { state: refused(form.error, {}), path: null };
  try {
    const path = await createLink(await currentVisitor(), series, form.data);
    revalidatePath(addresses.people(series));
    return { state: UNSENT, path };
  } catch (error) {
    return { state: refusedWhole(refusalOf(error)), path: null };
  }
}

/** Ends a link of a series. Answers null, or why not. */
export async function revokeLinkAction(series: string, linkId: string): Promise<string | null> {
  try {
    await revokeLink(await currentVisitor(), series, linkId);
    revalidatePath(addresses.people(series));
    return null;
  } catch (error) {
    return refusalOf(error);
  }
}
