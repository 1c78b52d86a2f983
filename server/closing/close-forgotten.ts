import { closingTime } from '#lib/calls/closing-time.ts';
import { audit } from '#server/audit.ts';
import { bus } from '#server/bus/open-bus.ts';
import { lockCall } from '#server/calls/lock-call.ts';
import { database, type Transaction } from '#server/database/client.ts';
import { flushDeck } from '#server/decks/flush-deck.ts';
import { sendClosingJob } from '#server/jobs/send-job.ts';
import { log } from '#server/log.ts';

import { beginClosing } from './begin-closing.ts';
import { endNow } from './end-now.ts';

/** Less than any closing time is after its call: what began later need not be looked at. Milliseconds. */
const SURELY_OPEN = 12 * 3_600_000;

/**
 * Closes every call that is past its closing time: one that nobody ended as if a host had, one that nobody started as not held, or, when
 * somebody wrote something for it, as not presented. What is in the bin stays as it is. Doing it again, or in two processes at once,
 * changes nothing. Gives the ids of the calls whose records are to be written now.
 */
export async function closeForgotten(now = new Date()): Promise<readonly string[]> {
  const open = await database().call.findMany({
    where: {
      state: { in: ['planned', 'live'] },
      startsAt: { lt: new Date(now.getTime() - SURELY_OPEN) },
      deletedAt: null,
      series: { deletedAt: null },
    },
    include: { decks: { where: { kind: 'call' }, select: { id: true } } },
    orderBy: { startsAt: 'asc' },
  });
  const closed: string[] = [];
  for (const { decks, ...call } of open) {
    const deckId = decks[0]?.id;
    if (deckId === undefined || closingTime({ ...call, startsAt: lastOpened(call) }) > now) continue;
    try {
      await flushDeck(deckId);
      const ending = { call, deckId, personId: null, at: now };
      const written = await (call.state === 'live' ? closeLive(ending) : closePlanned(ending));
      if (written) closed.push(call.id);
    } catch (error) {
      // One that cannot be closed, or went to the bin this moment, keeps no other from it.
      log.error('a call past its closing time could not be closed; it is tried again within a minute', {
        error,
        callId: call.id,
      });
    }
  }
  return closed;
}

interface Left {
  readonly call: { readonly id: string; readonly seriesId: string };
  readonly deckId: string;
  readonly personId: null;
  readonly at: Date;
}

/** A call that was planned for a day that had passed, held later than planned, or opened again, closes the day after that. */
function lastOpened({
  startsAt,
  createdAt,
  startedAt,
  reopenedAt,
}: {
  readonly startsAt: Date;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly reopenedAt: Date | null;
}): Date {
  return new Date(
    Math.max(startsAt.getTime(), createdAt.getTime(), startedAt?.getTime() ?? 0, reopenedAt?.getTime() ?? 0),
  );
}

async function closeLive(ending: Left): Promise<boolean> {
  return (await endNow({ ...ending, from: 'live', outcome: 'closed_by_itself' })) === 'live';
}

/** Gives whether there is something for a record. */
async function closePlanned(ending: Left): Promise<boolean> {
  const { call, deckId } = ending;
  const closing = await database().$transaction(async (tx) => {
    if ((await lockCall(tx, call.id)) !== 'planned') return null;
    return (await isUntouched(tx, ending))
      ? notHeld(tx, ending)
      : beginClosing(tx, { ...ending, outcome: 'not_presented' });
  });
  if (closing === null) return false;
  bus().publish('deck.state', { deckId });
  bus().publish('rows.changed', { seriesId: call.seriesId, callId: call.id, what: 'call' });
  if (closing.run === null) return false;
  await sendClosingJob(call.id, closing.run);
  return true;
}

/** Whether nothing was written since the deck was made. It is frozen first, so that nothing is written while this is asked. */
async function isUntouched(tx: Transaction, { deckId, at }: Left): Promise<boolean> {
  const { headSeq } = await tx.deck.update({
    where: { id: deckId },
    data: { frozenAt: at },
    select: { headSeq: true },
  });
  // Row 1 of the log is the text that it was made with.
  return headSeq <= 1n;
}

async function notHeld(tx: Transaction, { call, deckId, at }: Left): Promise<{ readonly run: null }> {
  await tx.call.update({ where: { id: call.id }, data: { state: 'ended', endedAt: at, outcome: 'not_held' } });
  await audit(tx, { act: 'call.notHeld', personId: null, seriesId: call.seriesId, callId: call.id, deckId });
  return { run: null };
}
