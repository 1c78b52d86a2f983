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
 * Sends a message once more, unless it was taken, given up, somebody is at it, or its call is in the bin: then the sweep sends it once the call
 * is back. Gives whether it is settled as far as this try goes: taken, given up, gone or waiting.
 */
export async function sendDelivery(id: string, now = new Date()): Promise<boolean> {
  if (!(await takeTurn(id, now))) return true;
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

/** Notes a try; false where there is none to make. */
async function takeTurn(id: string, now: Date): Promise<boolean> {
  if ((await inBin([id])).has(id)) return false;
  const { count } = await database().webhookDelivery.updateMany({
    where: {
      id,
      deliveredAt: null,
      failedAt: null,
      OR: [{ triedAt: null }, { triedAt: { lt: new Date(now.getTime() - LEASE_MS) } }],
    },
    data: { triedAt: now, attempts: { increment: 1 } },
  });
  return count > 0;
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

/** Which of these messages are of calls in the bin, where they wait with them. */
export async function inBin(ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT delivery.id FROM webhook_delivery delivery
      JOIN edition ON edition.id = delivery.edition_id
      JOIN record ON record.id = edition.record_id
      JOIN call ON call.id = record.call_id
      JOIN series ON series.id = call.series_id
     WHERE delivery.id = ANY(${[...ids]}::uuid[]) AND (call.deleted_at IS NOT NULL OR series.deleted_at IS NOT NULL)`;
  return new Set(rows.map(({ id }) => id));
}

/** What is said of a sealed edition; null when it is gone: then the bin was emptied. */
async function sealedEvent(editionId: string) {
  const edition = await database().edition.findUnique({
    where: { id: editionId },
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
