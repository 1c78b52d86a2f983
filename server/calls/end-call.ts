import { may } from '#lib/access.ts';
import { addresses } from '#lib/addresses.ts';
import { Refusal } from '#lib/errors.ts';
import type { Visitor } from '#lib/visitor.ts';
import { requireAct } from '#server/accounts/authorize.ts';
import { freezeCall } from '#server/archive/freeze-call.ts';
import { bus } from '#server/bus/open-bus.ts';
import { database } from '#server/database/client.ts';
import { flushDeck } from '#server/decks/flush-deck.ts';
import { sendSealJob } from '#server/jobs/send-job.ts';

import { findCallById, isPresenter } from './find-call.ts';
import { lockCall } from './lock-call.ts';

/** Folding and parsing the largest deck takes far less; a database under load may take its time. Milliseconds. */
const TRANSACTION_TIMEOUT = 30_000;

/**
 * Ends a live call: awaits the last saves, freezes the deck and writes the record's first edition, which is sealed fifteen
 * minutes later. For hosts and for whoever presents. Ending it twice is one act.
 */
export async function endCall(visitor: Visitor, callId: string): Promise<{ readonly address: string }> {
  const found = await findCallById(visitor, callId, 'call.read');
  const { call, deck, asker } = found;
  const done = { address: addresses.call(call.series.slug, call.address) };
  if (call.state === 'ended') return done;
  if (!may(asker, 'call.end', call.series) && !isPresenter(call, asker)) requireAct(asker, 'call.end', call.series);
  await flushDeck(deck.id);
  const personId = visitor.person?.id ?? null;
  const frozen = await database().$transaction(
    async (tx) => {
      const state = await lockCall(tx, callId);
      if (state === 'planned') throw new Refusal('conflict', 'This call has not started yet.');
      return state === 'ended' ? null : freezeCall(tx, { call, deckId: deck.id, personId, at: new Date() });
    },
    { timeout: TRANSACTION_TIMEOUT },
  );
  if (frozen === null) return done;
  bus().publish('deck.state', { deckId: deck.id });
  bus().publish('rows.changed', { seriesId: call.seriesId, callId, what: 'call' });
  await sendSealJob(frozen.editionId, frozen.sealsAt);
  return done;
}
