import { addresses } from '#lib/addresses.ts';
import { Refusal } from '#lib/errors.ts';
import { firstLiveState, type LiveState } from '#lib/live/live-state.ts';
import type { Visitor } from '#lib/visitor.ts';
import { audit } from '#server/audit.ts';
import { bus } from '#server/bus/open-bus.ts';
import { database } from '#server/database/client.ts';
import type { Transaction } from '#server/database/client.ts';
import { flushDeck } from '#server/decks/flush-deck.ts';
import { readDeck } from '#server/decks/read-deck.ts';

import { findCallById } from './find-call.ts';
import { keepRevision } from '#server/history/keep-revision.ts';
import { lockCall } from './lock-call.ts';

/** A call that runs: where its host presents it, and where everybody follows. */
export interface StartedCall {
  readonly address: string;
  readonly present: string;
  readonly live: string;
}

/** Starts a planned call, with the one who starts it as presenter. Two hosts who press at once are one act. For hosts. */
export async function startCall(visitor: Visitor, callId: string): Promise<StartedCall> {
  const { call, deck } = await findCallById(visitor, callId, 'call.start');
  const { person } = visitor;
  await flushDeck(deck.id);
  const { seq, text } = await readDeck(deck.id);
  const began = await database().$transaction(async (tx) => {
    const state = await lockCall(tx, callId);
    if (state === 'live') return false;
    if (state === 'ended') throw new Refusal('conflict', 'This call has ended: resume it, or plan another one.');
    const startedAt = new Date();
    await tx.call.update({ where: { id: callId }, data: { state: 'live', startedAt } });
    await beginLiveState(tx, callId, {
      startedAt,
      presenter: person === null ? null : { personId: person.id, name: person.name },
    });
    await keepRevision(tx, { deckId: deck.id, seq, text, reason: 'started', personId: person?.id ?? null });
    await audit(tx, {
      act: 'call.start',
      personId: person?.id ?? null,
      seriesId: call.seriesId,
      callId,
      deckId: deck.id,
    });
    return true;
  });
  if (began) {
    bus().publish('deck.state', { deckId: deck.id });
    bus().publish('rows.changed', { seriesId: call.seriesId, callId, what: 'call' });
  }
  const { slug } = call.series;
  return {
    address: addresses.call(slug, call.address),
    present: addresses.present(slug, call.address),
    live: addresses.live(slug, call.address),
  };
}

/** The first live state of a call: nobody has moved yet. */
async function beginLiveState(
  tx: Transaction,
  callId: string,
  { startedAt, presenter }: { readonly startedAt: Date; readonly presenter: LiveState['presenter'] },
): Promise<void> {
  const state: LiveState = { ...firstLiveState(startedAt.toISOString()), presenter };
  await tx.liveState.create({ data: { callId, version: state.version, state } });
}
