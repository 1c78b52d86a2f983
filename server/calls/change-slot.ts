import { Refusal } from '#lib/errors.ts';
import type { Visitor } from '#lib/visitor.ts';
import { audit } from '#server/audit.ts';
import { bus } from '#server/bus/open-bus.ts';
import { database } from '#server/database/client.ts';
import { findCallById } from './find-call.ts';
import { lockCall } from './lock-call.ts';

/** Says how long a call may take (seconds), or, with null, no longer says it. For hosts, until the call has ended. */
export async function changeSlot(visitor: Visitor, callId: string, seconds: number | null): Promise<void> {
  const { call, deck, asker } = await findCallById(visitor, callId, 'section.manage');
  if (call.slotSeconds === seconds) return;
  await database().$transaction(async (tx) => {
    if ((await lockCall(tx, callId)) === 'ended')
      throw new Refusal('frozen', 'The call has ended: its record can no longer be changed.');
    await tx.call.update({ where: { id: callId }, data: { slotSeconds: seconds } });
    await audit(tx, {
      act: 'call.slot',
      personId: asker.personId,
      seriesId: call.seriesId,
      callId,
      deckId: deck.id,
      details: { minutes: seconds === null ? null : seconds / 60 },
    });
  });
  bus().publish('rows.changed', { seriesId: call.seriesId, callId, what: 'call' });
}
