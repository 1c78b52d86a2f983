import { toBase64 } from '#lib/deck/base64.ts';
import type { Message } from '#server/bus/topics.ts';
import type { Append, AppendOutcome } from '#server/store/store.ts';
import { mergeUpdates } from './merge-updates.ts';

const LONGEST_RING = 64 * 1024;

/** What other processes are told of rows that this one has written: all of them, unless they are so long that others rather read them. */
export function appendedRing(
  { fromSeq, toSeq }: Extract<AppendOutcome, { type: 'appended' }>,
  rows: Append['rows'],
  { deckId, from }: Pick<Message<'deck.appended'>, 'deckId' | 'from'>,
): Message<'deck.appended'> {
  const bytes = rows.reduce((sum, { data }) => sum + data.length, 0);
  const data = bytes <= LONGEST_RING ? toBase64(mergeUpdates(rows.map((row) => row.data))) : null;
  return { deckId, fromSeq, toSeq, data, from };
}
