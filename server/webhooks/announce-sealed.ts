import type { Transaction } from '#server/database/client.ts';

/**
 * Writes down that the series' webhook is to be told of a sealed edition, in the transaction that seals it: then neither is without
 * the other, whatever falls over. Nothing where there is no webhook. Doing it again changes nothing.
 */
export async function announceSealed(tx: Transaction, editionId: string): Promise<void> {
  const edition = await tx.edition.findUniqueOrThrow({
    where: { id: editionId },
    select: { record: { select: { call: { select: { seriesId: true } } } } },
  });
  const { seriesId } = edition.record.call;
  if ((await tx.webhook.count({ where: { seriesId } })) === 0) return;
  await tx.webhookDelivery.createMany({ data: { seriesId, editionId }, skipDuplicates: true });
}
