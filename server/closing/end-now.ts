import { bus } from '#server/bus/open-bus.ts';
import { lockCall } from '#server/calls/lock-call.ts';
import { database } from '#server/database/client.ts';
import { sendClosingJob } from '#server/jobs/send-job.ts';

import { beginClosing, type Ending } from './begin-closing.ts';

/** Folding the largest deck takes far less; a database under load may take its time. Milliseconds. */
const TRANSACTION_TIMEOUT = 30_000;

/**
 * Ends a call that is in the state `from`, and tells everybody. Gives the state that it found: two who end it at once are one act. Who
 * may do this has to be settled before, and what was typed has to be saved. A call in the bin is not found.
 */
export async function endNow({
  from,
  ...ending
}: Ending & { readonly from: 'live' | 'planned' }): Promise<'planned' | 'live' | 'ended'> {
  const { call, deckId } = ending;
  const { state, run } = await database().$transaction(
    async (tx) => {
      const before = await lockCall(tx, call.id);
      return before === from ? { state: before, ...(await beginClosing(tx, ending)) } : { state: before, run: null };
    },
    { timeout: TRANSACTION_TIMEOUT },
  );
  if (run === null) return state;
  bus().publish('deck.state', { deckId });
  bus().publish('rows.changed', { seriesId: call.seriesId, callId: call.id, what: 'call' });
  await sendClosingJob(call.id, run);
  return state;
}
