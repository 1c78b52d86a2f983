import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';
import type { Visitor } from '#lib/visitor.ts';
import type { WebhookForm } from '#lib/webhooks/webhook-form.ts';
import type { WebhookView } from '#lib/webhooks/webhook-view.ts';
import { audit } from '#server/audit.ts';
import { database } from '#server/database/client.ts';
import { limit } from '#server/limits/limit.ts';
import { hostOf } from '#server/people/host-of.ts';

import { sendDelivery } from './send-delivery.ts';
import { newSecret } from './sign-message.ts';

const words = messages.closing.webhook;

/** The webhook of a series, null without one. For hosts. */
export async function webhookOf(visitor: Visitor, slug: string): Promise<WebhookView | null> {
  const { series } = await hostOf(visitor, slug);
  const webhook = await database().webhook.findUnique({
    where: { seriesId: series.id },
    select: {
      address: true,
      deliveries: { where: { triedAt: { not: null } }, orderBy: { triedAt: 'desc' }, take: 1 },
    },
  });
  if (webhook === null) return null;
  const taken = await database().webhookDelivery.findFirst({
    where: { seriesId: series.id, deliveredAt: { not: null } },
    orderBy: { deliveredAt: 'desc' },
    select: { deliveredAt: true },
  });
  const last = webhook.deliveries[0];
  return {
    address: webhook.address,
    deliveredAt: taken?.deliveredAt?.toISOString() ?? null,
    error: last?.error ?? null,
    trying: last !== undefined && last.failedAt === null,
  };
}

/** Says where messages go. Gives the secret when there was no webhook before, this once; else null. For hosts. */
export async function keepWebhook(visitor: Visitor, slug: string, { address }: WebhookForm): Promise<string | null> {
  const { series, personId } = await hostOf(visitor, slug);
  const seriesId = series.id;
  const secret = newSecret();
  return database().$transaction(async (tx) => {
    const { count } = await tx.webhook.createMany({
      data: { seriesId, address, secret, createdById: personId },
      skipDuplicates: true,
    });
    if (count === 0) await tx.webhook.update({ where: { seriesId }, data: { address } });
    // The host alone: what follows may be a secret of that server.
    await audit(tx, { act: 'webhook.keep', personId, seriesId, details: { host: new URL(address).host } });
    return count === 0 ? null : secret;
  });
}

/** Makes a new secret, and gives it this once: what is signed by the one before is no more. For hosts. */
export async function renewSecret(visitor: Visitor, slug: string): Promise<string> {
  const { series, personId } = await hostOf(visitor, slug);
  const secret = newSecret();
  await database().$transaction(async (tx) => {
    const { count } = await tx.webhook.updateMany({ where: { seriesId: series.id }, data: { secret } });
    if (count === 0) throw new Refusal('not-found', words.none);
    await audit(tx, { act: 'webhook.secret', personId, seriesId: series.id });
  });
  return secret;
}

/** Ends the webhook, with every message that was not taken yet. For hosts. Doing it twice is one act. */
export async function removeWebhook(visitor: Visitor, slug: string): Promise<void> {
  const { series, personId } = await hostOf(visitor, slug);
  await database().$transaction(async (tx) => {
    const { count } = await tx.webhook.deleteMany({ where: { seriesId: series.id } });
    if (count > 0) await audit(tx, { act: 'webhook.remove', personId, seriesId: series.id });
  });
}

/** Sends a message that says nothing, now and once. For hosts. Refuses with why it was not taken. */
export async function testWebhook(visitor: Visitor, slug: string): Promise<void> {
  const { series } = await hostOf(visitor, slug);
  const seriesId = series.id;
  if ((await database().webhook.count({ where: { seriesId } })) === 0) throw new Refusal('not-found', words.none);
  await limit('webhook.series', seriesId);
  // Tests of before are of no more use.
  await database().webhookDelivery.deleteMany({ where: { seriesId, editionId: null } });
  const { id } = await database().webhookDelivery.create({ data: { seriesId }, select: { id: true } });
  await sendDelivery(id);
  const sent = await database().webhookDelivery.findUnique({ where: { id }, select: { error: true } });
  if (sent?.error != null) throw new Refusal('unavailable', sent.error);
}
