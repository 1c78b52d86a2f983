import { liveStateSchema, sectionTimesSchema } from '#lib/live/live-state.ts';
import { spentUntil } from '#lib/live/section-times.ts';
import type { Transaction } from '#server/database/client.ts';

/** How long sections were on the stage, as the live state of a call is stored. */
export const storedTimesSchema = liveStateSchema.pick({ section: true }).extend({ times: sectionTimesSchema });

interface EndedCall {
  readonly callId: string;
  readonly deckId: string;
  /** When the call ended: until then the section on the stage counts. */
  readonly at: Date;
}

/** Writes how long each section was on the stage into its row, in the transaction that ends the call. Without stored times nothing is written. */
export async function keepSpentTimes(tx: Transaction, { callId, deckId, at }: EndedCall): Promise<void> {
  const live = await tx.liveState.findUnique({ where: { callId }, select: { state: true } });
  const stored = storedTimesSchema.safeParse(live?.state);
  // No times are no reason to keep a call from ending.
  if (!stored.success) return;
  const { times, section } = stored.data;
  const spent = spentUntil(times, section, at.toISOString());
  for (const { id } of await tx.section.findMany({ where: { deckId }, select: { id: true } })) {
    const spentSeconds = Math.round((spent[id] ?? 0) / 1000);
    if (spentSeconds > 0) await tx.section.update({ where: { id }, data: { spentSeconds } });
  }
}
