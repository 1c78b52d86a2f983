import { addresses } from '#lib/addresses.ts';
import { RESUME_WINDOW } from '#lib/calls/resume-window.ts';
import { Refusal } from '#lib/errors.ts';
import { liveStateSchema } from '#lib/live/live-state.ts';
import { resumedClock, resumedTimes, type Gap } from '#lib/live/resumed-call.ts';
import type { Visitor } from '#lib/visitor.ts';
import { storedTimesSchema } from '#server/archive/keep-spent-times.ts';
import { audit } from '#server/audit.ts';
import { bus } from '#server/bus/open-bus.ts';
import { database } from '#server/database/client.ts';
import type { Transaction } from '#server/database/client.ts';
import { readDeck } from '#server/decks/read-deck.ts';

import { findCallById } from './find-call.ts';
import type { FoundCall } from './find-call.ts';
import { keepRevision } from '#server/history/keep-revision.ts';
import { lockCall } from './lock-call.ts';

/** Makes a call that ended less than fifteen minutes ago live again, and takes back its unsealed edition. For hosts. */
export async function resumeCall(
  visitor: Visitor,
  callId: string,
): Promise<{ readonly address: string; readonly present: string }> {
  const found = await findCallById(visitor, callId, 'call.end');
  const { call, deck } = found;
  const { text, seq } = await readDeck(deck.id);
  const resumed = await database().$transaction(async (tx) => {
    const state = await lockCall(tx, callId);
    if (state === 'live') return false;
    if (state === 'planned') throw new Refusal('conflict', 'This call has not started yet.');
    await takeBackEdition(tx, callId);
    await goOn(tx, found);
    await keepRevision(tx, { deckId: deck.id, seq, text, reason: 'resumed', personId: visitor.person?.id ?? null });
    await audit(tx, {
      act: 'call.resume',
      personId: visitor.person?.id ?? null,
      seriesId: call.seriesId,
      callId,
      deckId: deck.id,
    });
    return true;
  });
  if (resumed) {
    bus().publish('deck.state', { deckId: deck.id });
    bus().publish('rows.changed', { seriesId: call.seriesId, callId, what: 'call' });
  }
  return {
    address: addresses.call(call.series.slug, call.address),
    present: addresses.present(call.series.slug, call.address),
  };
}

/** Whoever is at the closing finds it gone, and stops. */
async function takeBackEdition(tx: Transaction, callId: string): Promise<void> {
  const now = new Date();
  // The conditions stand in the statement itself: the job that seals may run at this very moment.
  const { count } = await tx.edition.deleteMany({
    where: { record: { callId }, number: 1, sealedAt: null, sealsAt: { gt: now } },
  });
  const unwritten = await tx.call.count({
    where: {
      id: callId,
      endedAt: { gt: new Date(now.getTime() - RESUME_WINDOW) },
      closing: { step: { in: ['pictures', 'edition'] } },
    },
  });
  if (count + unwritten === 0)
    throw new Refusal('conflict', 'The record of this call is sealed: it can no longer be resumed.');
  await tx.record.deleteMany({ where: { callId } });
  await tx.closing.deleteMany({ where: { callId } });
}

async function goOn(tx: Transaction, { call, deck }: FoundCall): Promise<void> {
  await tx.deck.update({ where: { id: deck.id }, data: { frozenAt: null } });
  // One that nobody had started is planned again.
  const state = call.startedAt === null ? 'planned' : 'live';
  await tx.call.update({
    where: { id: call.id },
    data: { state, endedAt: null, outcome: null, reopenedAt: new Date() },
  });
  if (call.live === null) return;
  // The stage goes on where it stood. The version rises, so that clients that saw the call end take the state for new.
  const version = call.live.version + 1;
  const live = {
    ...wentOn(call.live.state, { endedAt: (call.endedAt ?? new Date()).toISOString(), at: new Date().toISOString() }),
    version,
  };
  await tx.liveState.update({ where: { callId: call.id }, data: { version, state: live } });
}

/** The stored state, with clocks that stood still since the end. */
function wentOn(stored: unknown, gap: Gap) {
  const state = liveStateSchema.parse(stored);
  const clock = resumedClock(state, gap);
  const { data } = storedTimesSchema.safeParse(stored);
  if (data === undefined) return { ...state, ...clock };
  return { ...state, ...clock, times: resumedTimes(data.times, data.section, gap) };
}
