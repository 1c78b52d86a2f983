import type { Transaction } from '#server/database/client.ts';
import { callsOf } from './calls-of.ts';

/** How long the newest call of a series may take of which somebody said so; a new one begins with that. */
export async function latestSlot(tx: Transaction, seriesId: string): Promise<number | null> {
  const call = await tx.call.findFirst({
    where: { ...callsOf(seriesId), slotSeconds: { not: null } },
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
    select: { slotSeconds: true },
  });
  return call?.slotSeconds ?? null;
}
