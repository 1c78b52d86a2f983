import { addresses } from '#lib/addresses.ts';
import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';
import type { Visitor } from '#lib/visitor.ts';
import { audit } from '#server/audit.ts';
import { bus } from '#server/bus/open-bus.ts';
import { findCallById } from '#server/calls/find-call.ts';
import { lockCall } from '#server/calls/lock-call.ts';
import { database } from '#server/database/client.ts';
import { randomUUID } from 'node:crypto';

import { runClosing } from './run-closing.ts';

/**
 * Asks once more for the pictures that a record lacks: takes its unsealed edition back and begins the closing again at the pictures. For
 * hosts, until the record is sealed. While a closing is under way it changes nothing.
 */
export async function gatherAgain(visitor: Visitor, callId: string): Promise<{ readonly address: string }> {
  const { call } = await findCallById(visitor, callId, 'call.end');
  const began = await database().$transaction(async (tx) => {
    const state = await lockCall(tx, callId);
    const closing = await tx.closing.findUnique({ where: { callId }, select: { step: true } });
    if (state === 'ended' && (closing?.step === 'pictures' || closing?.step === 'edition')) return false;
    const now = new Date();
    const { count } = await tx.edition.deleteMany({
      where: { record: { callId }, number: 1, sealedAt: null, sealsAt: { gt: now } },
    });
    if (count === 0 || closing === null) throw new Refusal('conflict', messages.closing.gatherTooLate);
    await tx.record.deleteMany({ where: { callId } });
    await tx.closing.update({
      where: { callId },
      data: { run: randomUUID(), step: 'pictures', picturesTotal: null, picturesDone: 0, details: {}, error: null },
    });
    await audit(tx, { act: 'call.gatherAgain', personId: visitor.person?.id ?? null, seriesId: call.seriesId, callId });
    return true;
  });
  if (began) {
    bus().publish('rows.changed', { seriesId: call.seriesId, callId, what: 'call' });
    // Its page shows how far it is; what goes wrong is in the log and is tried again.
    void runClosing(callId).catch(() => undefined);
  }
  return { address: addresses.call(call.series.slug, call.address) };
}
