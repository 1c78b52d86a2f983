import { addresses } from '#lib/addresses.ts';
import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';
import { database } from '#server/database/client.ts';
import { environment, originOf } from '#server/environment.ts';
import { log } from '#server/log.ts';

import { postMessage } from './post-message.ts';

/** Longer than one try takes: nobody else tries meanwhile. Milliseconds. */
const LEASE_MS = 15_000;
/** With the pauses between them, these are two days. */
const MOST_ATTEMPTS = 12;

/**
 * Sends a message once more, unless it was taken, given up, or somebody is at it. Gives whether it is settled: taken, given up or gone.
 */
export async function sendDelivery(id: string, now = new Date()): Promise<boolean> {
  const { count } = await database().webhookDelivery.updateMany({
    where: {
      id,
      deliveredAt: null,
      failedAt: null,
      OR: [{ triedAt: null }, { triedAt: { lt: new Date(now.getTime() - LEASE_MS) } }],
    },
    data: { triedAt: now, attempts: { increment: 1 } },
  });
  if (count === 0) return true;
  const delivery = await database().webhookDelivery.findUniqueOrThrow({ where: { id }, include: { webhook: true } });
  const { webhook, editionId, attempts, createdAt } = delivery;
  const event = editionId === null ? { type: 'test', data: {} } : await sealedEvent(editionId);
  if (event === null) {
    await database().webhookDelivery.deleteMany({ where: { id } });
    return true;
  }
  const body = JSON.stringify({ type: event.type, timestamp: createdAt.toISOString(), data: event.data });
  const error = await errorOf(
    postMessage(webhook.address, webhook.secret, { id: `msg_${id}`, timestamp: secondsOf(now), body }),
  );
  const over = error === null || attempts >= MOST_ATTEMPTS || editionId === null;
  await database().webhookDelivery.updateMany({
    where: { id },
    data: {
      error,
      deliveredAt: error === null ? new Date() : null,
      failedAt: error !== null && over ? new Date() : null,
    },
  });
  return over;
}

function secondsOf(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}

async function errorOf(sending: Promise<void>): Promise<string | null> {
  try {
    await sending;
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    log.error('a webhook could not be sent', { error });
    return messages.closing.webhook.fault;
  }
}

/** What is said of a sealed edition; null when its call is in the bin, or gone. */
async function sealedEvent(editionId: string) {
  const edition = await database().edition.findFirst({
    where: { id: editionId, record: { call: { deletedAt: null, series: { deletedAt: null } } } },
    select: {
      number: true,
      checksum: true,
      sealedAt: true,
      record: { select: { call: { include: { series: { select: { slug: true, name: true } } } } } },
    },
  });
  if (edition === null) return null;
  const { number, checksum, sealedAt, record } = edition;
  const { address, title, startsAt, timeZone, series } = record.call;
  const site = originOf(environment(), environment().port);
  return {
    type: 'record.sealed',
    data: {
      series: { series: series.slug, name: series.name },
      call: { call: address, title, startsAt: startsAt.toISOString(), timeZone },
      edition: { id: editionId, number, checksum, sealedAt: sealedAt?.toISOString() ?? null },
      addresses: {
        record: site + addresses.call(series.slug, address),
        edition: site + addresses.edition(series.slug, address, number),
        markdown: site + addresses.editionMarkdown(editionId),
        zip: site + addresses.editionZip(editionId),
      },
    },
  };
}
