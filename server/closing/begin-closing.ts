import type { CallOutcome } from '#lib/closing/closing-views.ts';
import { keepSpentTimes } from '#server/archive/keep-spent-times.ts';
import { audit } from '#server/audit.ts';
import type { Transaction } from '#server/database/client.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import { keepRevision } from '#server/history/keep-revision.ts';
import type { Call } from '#prisma/client/client.ts';

/** A call that ends. */
export interface Ending {
  readonly call: Pick<Call, 'id' | 'seriesId'>;
  readonly deckId: string;
  /** Null when it closes by itself. */
  readonly personId: string | null;
  /** When the call ended. */
  readonly at: Date;
  readonly outcome?: CallOutcome;
}

/**
 * Ends a call in the caller's transaction, which holds the call's row: from here on nobody changes its deck, a revision is kept, and a
 * row says what is to be done until there is a record. Gives the number of this run of the closing.
 */
export async function beginClosing(
  tx: Transaction,
  { call, deckId, personId, at, outcome }: Ending,
): Promise<{ readonly run: string }> {
  // First of all, because this waits for an append that is under way and refuses all that follow: what is read next is the end of the log.
  await tx.deck.update({ where: { id: deckId }, data: { frozenAt: at } });
  const { text, seq } = await readDeck(deckId, tx);
  await keepSpentTimes(tx, { callId: call.id, deckId, at });
  await tx.call.update({
    where: { id: call.id },
    data: { state: 'ended', endedAt: at, outcome: outcome ?? null },
  });
  await keepRevision(tx, { deckId, seq, text, reason: 'ended', personId });
  const { run } = await tx.closing.create({
    data: { callId: call.id, personId, startedAt: at },
    select: { run: true },
  });
  await audit(tx, {
    act: 'call.end',
    personId,
    seriesId: call.seriesId,
    callId: call.id,
    deckId,
    details: outcome === undefined ? {} : { outcome },
  });
  return { run };
}
