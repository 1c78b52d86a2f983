import { readDeckText } from '#lib/deck/deck-doc.ts';
import { MOST_DECK_CHARACTERS } from '#lib/deck/deck-limits.ts';
import { applyChanges, changeDeckText, updateOf, type TextChange } from '#lib/deck/edit-text.ts';
import { Refusal } from '#lib/errors.ts';
import { database, databasePool } from '#server/database/client.ts';
import { appendEdit } from '#server/decks/append-edit.ts';
import { inTurn } from '#server/history/in-turn.ts';
import { foldDeck } from '#server/store/fold-deck.ts';
import { PostgresStore } from '#server/store/postgres-store.ts';

import type { OpenDeck } from './open-decks.ts';

/** What was written into one deck. */
export interface DeckEdited {
  readonly id: string;
  /** The row of its log. */
  readonly seq: number;
  /** How many places were changed. */
  readonly places: number;
}

/** What turns a deck's text into another: changes in order, by its offsets. */
export type Edit = (text: string) => readonly TextChange[];

/**
 * Changes the texts of decks, each by one smallest edit of this person: cursors and what others type meanwhile stay, and everybody who
 * has it open sees it at once. Gives those in which something changed. A deck whose record is made at this moment is left as it is.
 */
export async function editDecks(
  decks: readonly OpenDeck[],
  personId: string,
  edit: Edit,
): Promise<readonly DeckEdited[]> {
  const edited: DeckEdited[] = [];
  for (const deck of decks) {
    if (edit(deck.text).length === 0) continue;
    const done = await inTurn(deck.id, () => editDeck(deck, personId, edit)).catch(unlessFrozen);
    if (done !== null) edited.push(done);
  }
  return edited;
}

async function editDeck({ id, epoch }: OpenDeck, personId: string, edit: Edit): Promise<DeckEdited | null> {
  const store = new PostgresStore(database, databasePool);
  const { doc } = (await foldDeck(store, id)) ?? { doc: null };
  if (doc === null) return null;
  const text = readDeckText(doc);
  const changes = edit(text);
  const fits = applyChanges(text, changes).length <= MOST_DECK_CHARACTERS;
  const data = fits ? updateOf(doc, () => changeDeckText(doc, changes, null)) : null;
  const clientId = doc.clientID;
  doc.destroy();
  if (data === null) return null;
  return { id, seq: await appendEdit(store, { deckId: id, epoch, data, clientId, personId }), places: changes.length };
}

function unlessFrozen(error: unknown): null {
  if (error instanceof Refusal && error.code === 'frozen') return null;
  throw error;
}
