import { setTimeout } from 'node:timers/promises';

import { may } from '#lib/access.ts';
import { addresses } from '#lib/addresses.ts';
import { Refusal } from '#lib/errors.ts';
import type { Visitor } from '#lib/visitor.ts';
import { requireAct } from '#server/accounts/authorize.ts';
import { endNow } from '#server/closing/end-now.ts';
import { runClosing } from '#server/closing/run-closing.ts';
import { database } from '#server/database/client.ts';
import { flushDeck } from '#server/decks/flush-deck.ts';

import { findCallById, isPresenter } from './find-call.ts';

/** Whoever ends a call waits so long for pictures from other servers; then the page shows how far they are. Milliseconds. */
const ANSWER_MS = 1_000;
/** On a machine that is out of breath a record takes longer than it should. */
const LONGEST_MS = 20_000;

/**
 * Ends a live call: awaits the last saves, freezes the deck, and begins the closing that gathers pictures and writes the record, which
 * is sealed fifteen minutes later. For hosts and for whoever presents. Ending it twice is one act.
 */
export async function endCall(visitor: Visitor, callId: string): Promise<{ readonly address: string }> {
  const { call, deck, asker } = await findCallById(visitor, callId, 'call.read');
  const done = { address: addresses.call(call.series.slug, call.address) };
  if (call.state === 'ended') return done;
  if (!may(asker, 'call.end', call.series) && !isPresenter(call, asker)) requireAct(asker, 'call.end', call.series);
  await flushDeck(deck.id);
  const state = await endNow({
    call,
    deckId: deck.id,
    personId: visitor.person?.id ?? null,
    at: new Date(),
    from: 'live',
  });
  if (state === 'planned') throw new Refusal('conflict', 'This call has not started yet.');
  await forAWhile(callId, runClosing(callId));
  return done;
}

/** Waits for the record, but for servers of others no longer than a second. What goes wrong is in the log, and is tried again. */
async function forAWhile(callId: string, work: Promise<void>): Promise<void> {
  const written = work.then(
    () => true,
    () => true,
  );
  for (let waited = 0; waited < LONGEST_MS; waited += ANSWER_MS) {
    const over = new AbortController();
    const { signal } = over;
    if (await Promise.race([written, setTimeout(ANSWER_MS, false, { signal }).catch(() => false)])) {
      over.abort();
      return;
    }
    const closing = await database().closing.findUnique({
      where: { callId },
      select: { picturesTotal: true, step: true },
    });
    if (closing === null || (closing.step === 'pictures' && closing.picturesTotal !== null)) return;
  }
}
