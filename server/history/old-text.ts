import { Refusal } from '#lib/errors.ts';
import { database } from '#server/database/client.ts';
import { openTrace } from './traces.ts';

/** A deck's text at a moment, with when that was. */
export interface OldText {
  readonly seq: number;
  readonly text: string;
  readonly at: Date;
}

/** The text at a moment of the log, or at one that is older and was kept as a revision. Refuses where neither is left. */
export async function oldText(deckId: string, seq: number): Promise<OldText> {
  const { trace, bounds } = await openTrace(deckId, { from: Math.max(seq, 0) });
  if (seq >= trace.base && seq <= trace.head && seq >= bounds.oldest)
    return { seq, text: trace.textAt(seq), at: await momentOf(deckId, seq, trace.row(seq)?.at) };
  const revision = await database().revision.findFirst({
    where: { deckId, seq: BigInt(seq) },
    orderBy: { createdAt: 'asc' },
  });
  if (revision === null) throw new Refusal('not-found', 'This moment is older than what is kept.');
  return { seq, text: new TextDecoder().decode(revision.text), at: revision.createdAt };
}

/** When a row came; for the moment before the first one, when the deck was made. */
async function momentOf(deckId: string, seq: number, at: number | undefined): Promise<Date> {
  if (at !== undefined) return new Date(at);
  const row = await database().deckUpdate.findUnique({
    where: { deckId_seq: { deckId, seq: BigInt(seq) } },
    select: { createdAt: true },
  });
  if (row !== null) return row.createdAt;
  const deck = await database().deck.findUniqueOrThrow({ where: { id: deckId }, select: { createdAt: true } });
  return deck.createdAt;
}
