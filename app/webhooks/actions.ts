'use server';

import { revalidatePath } from 'next/cache';
import { currentVisitor } from '#app/current-visitor.ts';
import { refusalOf } from '#app/refusal-of.ts';
import type { NewSecret } from '#components/webhooks/new-secret.ts';
import { addresses } from '#lib/addresses.ts';
import { refused, refusedWhole, textFields, UNSENT } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import { webhookFormSchema } from '#lib/webhooks/webhook-form.ts';
import { keepWebhook, removeWebhook, renewSecret, testWebhook } from '#server/webhooks/manage-webhook.ts';

/** Says where a series' messages go. With the first address comes the secret, this once. */
export async function keepWebhookAction(series: string, fields: FormData): Promise<NewSecret> {
  const form = webhookFormSchema.safeParse(textFields(fields));
  if (!form.success) return { state: refused(form.error, messages.closing.webhook.problems), secret: null };
  try {
    const secret = await keepWebhook(await currentVisitor(), series, form.data);
    revalidatePath(addresses.webhook(series));
    return { state: UNSENT, secret };
  } catch (error) {
    return { state: refusedWhole(refusalOf(error)), secret: null };
  }
}

/** Makes a new secret, which is given this once. */
export async function renewSecretAction(series: string): Promise<NewSecret> {
  try {
    return { state: UNSENT, secret: await renewSecret(await currentVisitor(), series) };
  } catch (error) {
    return { state: refusedWhole(refusalOf(error)), secret: null };
  }
}

/** Ends the webhook of a series. Answers null, or why not. */
export async function removeWebhookAction(series: string): Promise<string | null> {
  return done(removeWebhook(await currentVisitor(), series));
}

/** Sends a test. Answers null, or why it was not taken. */
export async function testWebhookAction(series: string): Promise<string | null> {
  return done(testWebhook(await currentVisitor(), series));
}

async function done(act: Promise<void>): Promise<string | null> {
  let refusal: string | null = null;
  try {
    await act;
  } catch (error) {
    refusal = refusalOf(error);
  }
  // A test that was not taken has changed the page, too. By its route: of half a character, which can be sent, no address is made.
  revalidatePath('/(site)/[series]/webhook', 'page');
  return refusal;
}
