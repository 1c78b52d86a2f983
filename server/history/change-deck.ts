import * as Y from 'yjs';
import { createDeckDoc, readDeckText } from '#lib/deck/deck-doc.ts';
import { MOST_DECK_CHARACTERS } from '#lib/deck/deck-limits.ts';
import { changeDeckText, updateOf } from '#lib/deck/edit-text.ts';
import { Refusal } from '#lib/errors.ts';
import {
  historyChangeSchema,
  type ChangeMade,
  type ChangePreview,
  type HistoryChange,
} from '#lib/history/history-views.ts';
import type { Visitor } from '#lib/visitor.ts';
import { audit } from '#server/audit.ts';
import { bus } from '#server/bus/open-bus.ts';
import { keepRevision } from '#server/history/keep-revision.ts';
import { database, databasePool } from '#server/database/client.ts';
import { appendEdit } from '#server/decks/append-edit.ts';
import { flushDeck } from '#server/decks/flush-deck.ts';
import { nothingHere } from '#server/series/find-series.ts';
import { PostgresStore } from '#server/store/postgres-store.ts';
import { inTurn } from './in-turn.ts';
import { oldText } from './old-text.ts';
import { planChange, type PlannedChange } from './plan-change.ts';
import { logBounds, rowsBetween, stateBefore } from './read-log.ts';
import { requireToChange } from './require-history.ts';

/** What a change from history would do, for whoever may make it. */
export async function previewChange(visitor: Visitor, deckId: string, change: HistoryChange): Promise<ChangePreview> {
  const found = await requireToChange(visitor, deckId);
  await flushDeck(deckId);
  const { before, after, undecided } = await planChange(found, parsed(change));
  return { before, after, undecided };
}

/**
 * Makes a change from history to the deck of today, as one edit by the visitor: cursors, other people's words and their undo stay
 * where they are, and everybody who has the deck open sees it at once. The log is never rewritten: what was changed can be taken
 * back by its rows. Refuses like typing, and what the visitor may not change.
 */
export async function makeChange(visitor: Visitor, deckId: string, change: HistoryChange): Promise<ChangeMade> {
  const found = await requireToChange(visitor, deckId);
  // What is typed at this moment is part of what is compared.
  await flushDeck(deckId);
  return inTurn(deckId, () => makePlanned(found, parsed(change)));
}

async function makePlanned(
  found: Awaited<ReturnType<typeof requireToChange>>,
  change: HistoryChange,
): Promise<ChangeMade> {
  const { deck, author } = found;
  const planned = await planChange(found, change);
  const { undecided, after, changes } = planned;
  if (after.length > MOST_DECK_CHARACTERS)
    throw new Refusal('too-large', `A deck may have ${MOST_DECK_CHARACTERS.toLocaleString('en')} characters.`);
  if (changes.length === 0) return { rows: null, undecided };
  const edit = await editOf(deck.id, planned);
  const store = new PostgresStore(database, databasePool);
  const seq = await appendEdit(store, { deckId: deck.id, epoch: deck.epoch, personId: author.id, ...edit });
  await mark(change, planned, { deck, personId: author.id, seq });
  return { rows: { from: seq, to: seq }, undecided };
}

function parsed(change: HistoryChange): HistoryChange {
  const result = historyChangeSchema.safeParse(change);
  if (!result.success) throw new Refusal('invalid', 'This is no change that history knows.');
  return result.data;
}

/** The change as an update that builds on the moment for which it was planned: Yjs puts it where it belongs among what came since. */
async function editOf(
  deckId: string,
  { head, before, changes }: PlannedChange,
): Promise<{ readonly data: Uint8Array; readonly clientId: number }> {
  const doc = await docAt(deckId, head);
  if (readDeckText(doc) !== before) throw new Error(`The history of deck ${deckId} does not lead to its text.`);
  const data = updateOf(doc, () => changeDeckText(doc, changes, null)) ?? new Uint8Array();
  const { clientID: clientId } = doc;
  doc.destroy();
  return { data, clientId };
}

async function docAt(deckId: string, seq: number): Promise<Y.Doc> {
  const bounds = await logBounds(deckId);
  const state = bounds === null ? null : await stateBefore(deckId, seq, bounds);
  if (state === null) throw nothingHere();
  const doc = createDeckDoc();
  if (state.state !== null) Y.applyUpdate(doc, state.state);
  for await (const rows of rowsBetween(deckId, state.seq, seq))
    doc.transact(() => {
      for (const { data } of rows) Y.applyUpdate(doc, data);
    });
  return doc;
}

interface Made {
  readonly deck: { readonly id: string; readonly seriesId: string; readonly callId: string | null };
  readonly personId: string;
  readonly seq: number;
}

/** Leaves a line in history and in the log of acts. */
async function mark(change: HistoryChange, { about }: PlannedChange, { deck, personId, seq }: Made): Promise<void> {
  const { text } = await oldText(deck.id, seq);
  const reason = change.type === 'restore' ? 'restored' : 'undone';
  await database().$transaction(async (tx) => {
    await keepRevision(tx, { deckId: deck.id, seq, text, reason, personId, name: about });
    await audit(tx, {
      act: change.type === 'restore' ? 'deck.restore' : 'deck.undo',
      personId,
      seriesId: deck.seriesId,
      deckId: deck.id,
      ...(deck.callId === null ? {} : { callId: deck.callId }),
      details: { about },
    });
  });
  bus().publish('rows.changed', { seriesId: deck.seriesId, callId: deck.callId, what: 'history' });
}
