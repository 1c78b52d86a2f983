import { addresses } from '#lib/addresses.ts';
import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';
import type { Visitor } from '#lib/visitor.ts';
import { audit } from '#server/audit.ts';
import { bus } from '#server/bus/open-bus.ts';
import { findCallById } from '#server/calls/find-call.ts';
import { lockCall } from '#server/calls/lock-call.ts';
import { database } from '#server/database/client.ts';

/** Takes back that a call was not held: it is planned again, at least until the day after. For hosts. Doing it twice is one act. */
export async function reopenCall(visitor: Visitor, callId: string): Promise<{ readonly address: string }> {
  const { call, deck } = await findCallById(visitor, callId, 'call.start');
  const personId = visitor.person?.id ?? null;
  const reopened = await database().$transaction(async (tx) => {
    if ((await lockCall(tx, callId)) === 'planned') return false;
    const { count } = await tx.call.updateMany({
      where: { id: callId, outcome: 'not_held' },
      data: { state: 'planned', outcome: null, endedAt: null, reopenedAt: new Date() },
    });
    if (count === 0) throw new Refusal('conflict', messages.closing.notHeldOnly);
    await tx.deck.update({ where: { id: deck.id }, data: { frozenAt: null } });
    await audit(tx, { act: 'call.reopen', personId, seriesId: call.seriesId, callId, deckId: deck.id });
    return true;
  });
  if (reopened) {
    bus().publish('deck.state', { deckId: deck.id });
    bus().publish('rows.changed', { seriesId: call.seriesId, callId, what: 'call' });
  }
  return { address: addresses.call(call.series.slug, call.address) };
}
