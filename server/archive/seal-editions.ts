import { audit } from '#server/audit.ts';
import { database } from '#server/database/client.ts';
import { sendWebhookJob } from '#server/jobs/send-job.ts';
import { announceSealed } from '#server/webhooks/announce-sealed.ts';

/** Seals one edition if its time has come; from then on the database refuses any change. Doing it again changes nothing. */
export async function sealEdition(editionId: string, now = new Date()): Promise<boolean> {
  const sealed = await database().$transaction(async (tx) => {
    const { count } = await tx.edition.updateMany({
      where: { id: editionId, sealedAt: null, sealsAt: { lte: now } },
      data: { sealedAt: now },
    });
    if (count === 0) return false;
    const { number, record } = await tx.edition.findUniqueOrThrow({
      where: { id: editionId },
      select: { number: true, record: { select: { call: { select: { id: true, seriesId: true } } } } },
    });
    const { id: callId, seriesId } = record.call;
    await tx.closing.updateMany({ where: { callId, step: 'seal' }, data: { step: 'done', doneAt: now } });
    await announceSealed(tx, editionId);
    await audit(tx, { act: 'record.seal', personId: null, seriesId, callId, details: { edition: editionId, number } });
    return true;
  });
  if (sealed) await sendWebhookJobs(editionId);
  return sealed;
}

async function sendWebhookJobs(editionId: string): Promise<void> {
  const deliveries = await database().webhookDelivery.findMany({ where: { editionId }, select: { id: true } });
  for (const { id } of deliveries) await sendWebhookJob(id);
}

/** Seals every edition whose time has come: also those whose job was lost. Gives how many. */
export async function sealEditions(now = new Date()): Promise<number> {
  const due = await database().edition.findMany({
    where: { sealedAt: null, sealsAt: { lte: now } },
    select: { id: true },
  });
  let sealed = 0;
  for (const { id } of due) if (await sealEdition(id, now)) sealed += 1;
  return sealed;
}
