import * as Y from 'yjs';
import { MOST_DECK_CHARACTERS } from '#lib/deck/deck-limits.ts';
import { createDeckDoc, deckText } from '#lib/deck/deck-doc.ts';
import { decodeUpdate, type ReadUpdate } from './decode-update.ts';

// One struct may claim any length: without a limit a few bytes would use up a client's numbers for ever.
const LONGEST_JUMP = 4_000_000;

/** What stands against taking an update, or null. */
export type UpdateFault = 'too-large' | 'jump';

/** Whether an update may be taken, as far as its size goes. */
export function checkUpdate(doc: Y.Doc, update: Uint8Array, read: ReadUpdate): UpdateFault | null {
  if (jumps(doc, read)) return 'jump';
  // A byte of an update adds at most one UTF-16 unit: only near the limit it must be tried.
  if (deckText(doc).length + update.length <= MOST_DECK_CHARACTERS) return null;
  return lengthWith(doc, update) > MOST_DECK_CHARACTERS ? 'too-large' : null;
}

/** Whether an update says anything that this document does not hold. */
export function holdsNews(doc: Y.Doc, update: Uint8Array): boolean {
  const { structs, ds } = decodeUpdate(update);
  if (structs.length === 0 && ds.clients.size === 0) return false;
  return !Y.snapshotContainsUpdate(Y.snapshot(doc), update);
}

function jumps(doc: Y.Doc, { structs }: ReadUpdate): boolean {
  return structs.some(({ id, length }) => id.clock + length - Y.getState(doc.store, id.client) > LONGEST_JUMP);
}

function lengthWith(doc: Y.Doc, update: Uint8Array): number {
  const trial = createDeckDoc();
  Y.applyUpdate(trial, Y.encodeStateAsUpdate(doc));
  Y.applyUpdate(trial, update);
  const { length } = deckText(trial);
  trial.destroy();
  return length;
}
