import { database } from '#server/database/client.ts';

import { inBin, sendDelivery } from './send-delivery.ts';

const MOST_AT_ONCE = 20;
/** Before the second try, doubled each time. Milliseconds. */
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 12 * 3_600_000;

/** Sends every message whose time has come: also those whose job was lost. What is in the bin takes nobody's turn. */
export async function sendDueDeliveries(now = new Date()): Promise<void> {
  const open = await database().webhookDelivery.findMany({
    where: { deliveredAt: null, failedAt: null },
    orderBy: { createdAt: 'asc' },
    select: { id: true, attempts: true, triedAt: true },
  });
  const due = open.filter(({ attempts, triedAt }) => {
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempts - 1));
    return triedAt === null || triedAt.getTime() + pause <= now.getTime();
  });
  const waiting = await inBin(due.map(({ id }) => id));
  const sent = due.filter(({ id }) => !waiting.has(id)).slice(0, MOST_AT_ONCE);
  await Promise.allSettled(sent.map(async ({ id }) => sendDelivery(id, now)));
}
