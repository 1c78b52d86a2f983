import { toBase64 } from '#lib/deck/base64.ts';
import { Refusal } from '#lib/errors.ts';
import { bus } from '#server/bus/open-bus.ts';
import type { PostgresStore } from '#server/store/postgres-store.ts';

/** Rows that are longer are read by the rooms themselves. */
const LONGEST_RING = 64 * 1024;
/** Says to every room that these rows were not its own. */
const WRITER = 'replaced text';

export interface DeckEdit {
  readonly deckId: string;
  readonly epoch: number;
  /** A Yjs V1 update that builds on the log. */
  readonly data: Uint8Array;
  /** Client id that wrote it. */
  readonly clientId: number;
  readonly personId: string;
}

/**
 * Appends an edit that was made outside a room to a deck's log, and rings: everybody who has it open sees it at once. Gives the number
 * of its row. Refuses when the record was made meanwhile, and when the log did not take it.
 */
export async function appendEdit(
  store: PostgresStore,
  { deckId, epoch, data, clientId, personId }: DeckEdit,
): Promise<number> {
  await store.claim([{ deckId, clientId, personId }]);
  const outcome = (await store.append([{ deckId, epoch, rows: [{ data, personId }] }])).get(deckId);
  if (outcome?.type === 'frozen')
    throw new Refusal('frozen', 'The call has ended: its record can no longer be changed.');
  if (outcome?.type !== 'appended') throw new Refusal('unavailable', 'The deck could not be written: try again.');
  const { fromSeq, toSeq } = outcome;
  bus().publish('deck.appended', {
    deckId,
    fromSeq,
    toSeq,
    data: data.length <= LONGEST_RING ? toBase64(data) : null,
    from: WRITER,
  });
  return toSeq;
}
