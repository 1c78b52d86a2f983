import * as Y from 'yjs';

import { createDeckDoc, deckText } from '#lib/deck/deck-doc.ts';
import { database } from '#server/database/client.ts';
import { createDeck } from '#server/decks/create-deck.ts';
import { insertCall, insertCallDeck } from '#server/calls/insert-call.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import { scheduleOf } from '#lib/dates/call-date.ts';
import { PostgresStore } from '#server/store/postgres-store.ts';

/** A deck in the database, and somebody who writes in it row by row, without any room. */
export interface WrittenDeck {
  readonly deckId: string;
  readonly callId: string | null;
  /** One edit, one row: takes so many characters out at an offset and writes others there. */
  edit(at: number, gone: number, written?: string): Promise<void>;
  /** Letter by letter, each a row of its own. */
  type(at: number, text: string): Promise<void>;
  /** Keeps a snapshot of it as it is now, and forgets all rows before. */
  forget(): Promise<void>;
}

/** Makes a series. */
export async function makeSeries(slug: string): Promise<string> {
  return (await database().series.create({ data: { slug, name: slug, timeZone: 'UTC' } })).id;
}

/** Makes a deck with that text: of a call on that day, or else the template. */
export async function writtenDeck(seriesId: string, text: string, date?: string): Promise<WrittenDeck> {
  const { deckId, callId } = await database().$transaction(async (tx) => {
    if (date === undefined) {
      const made = await createDeck(tx, { kind: 'template', seriesId, callId: null, text, personId: null });
      return { ...made, callId: null };
    }
    const schedule = scheduleOf(date, undefined, 'UTC');
    const call = await insertCall(tx, { seriesId, date, schedule, title: 'Call', state: 'planned' });
    return { deckId: await insertCallDeck(tx, call, { text, personId: null }), callId: call.id };
  });
  const store = new PostgresStore(() => database());
  const doc = createDeckDoc();
  const { update, epoch } = await readDeck(deckId);
  Y.applyUpdate(doc, update);
  let rows: Uint8Array[] = [];
  doc.on('update', (row: Uint8Array) => rows.push(row));
  async function edit(at: number, gone: number, written = ''): Promise<void> {
    doc.transact(() => {
      deckText(doc).delete(at, gone);
      deckText(doc).insert(at, written);
    });
    const batch = rows.map((data) => ({ data, personId: null }));
    rows = [];
    await store.append([{ deckId, epoch, rows: batch }]);
  }
  return {
    deckId,
    callId,
    edit,
    async type(at, letters) {
      for (let index = 0; index < letters.length; index += 1) await edit(at + index, 0, letters.charAt(index));
    },
    async forget() {
      const seq = (await readDeck(deckId)).seq;
      await store.snapshot(deckId, epoch, {
        seq,
        state: Y.encodeStateAsUpdate(doc),
        stateVector: Y.encodeStateVector(doc),
      });
      await database().deckUpdate.deleteMany({ where: { deckId, seq: { lte: seq } } });
    },
  };
}
