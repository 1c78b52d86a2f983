import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { chance } from '#e2e/harness/chance.ts';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { deckText, readDeckText } from '#lib/deck/deck-doc.ts';
import { foldDeck } from './fold-deck.ts';
import { PostgresStore } from './postgres-store.ts';
import { logBounds } from '#server/history/read-log.ts';
import { openTrace } from '#server/history/traces.ts';
import { trimDecks } from './trim-decks.ts';

let postgres: TestDatabase;
let seriesId: string;
let store: PostgresStore;
beforeAll(async () => {
  postgres = await testDatabase();
  seriesId = (await postgres.prisma.series.create({ data: { slug: 'trim', name: 'Trim', timeZone: 'UTC' } })).id;
  store = new PostgresStore(() => postgres.prisma);
});
afterAll(() => postgres.close());

/** A deck of so many rows, all typed forty days ago, and a writer that types on. */
async function oldDeck(rows: number) {
  const deckId = `deck-${randomUUID()}`;
  await postgres.prisma.deck.create({ data: { id: deckId, kind: 'template', seriesId } });
  const doc = new Y.Doc();
  let updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const type = async (count: number): Promise<void> => {
    for (let at = 0; at < count; at += 1) deckText(doc).insert(0, 'w ');
    const data = updates;
    updates = [];
    await store.append([{ deckId, epoch: 1, rows: data.map((one) => ({ data: one, personId: null })) }]);
  };
  const snapshot = async (): Promise<boolean> => {
    const seq = (await store.heads([deckId])).get(deckId)?.seq ?? 0;
    return store.snapshot(deckId, 1, { seq, state: Y.encodeStateAsUpdate(doc), stateVector: Y.encodeStateVector(doc) });
  };
  await type(rows);
  const age = () =>
    postgres.prisma
      .$executeRaw`UPDATE deck_update SET created_at = now() - interval '40 days' WHERE deck_id = ${deckId}`;
  return { deckId, type, snapshot, age, text: () => readDeckText(doc) };
}

const seqsOf = async (deckId: string) => (await store.rowsAfter(deckId, 0)).map(({ seq }) => seq);
const storedText = async (deckId: string) => {
  const folded = await foldDeck(store, deckId);
  return folded === null ? '' : readDeckText(folded.doc);
};

it('removes old rows that the last but one snapshot holds, and the snapshots before it', async () => {
  const { deckId, type, snapshot, age, text } = await oldDeck(3);
  await snapshot();
  await type(2);
  await snapshot();
  await type(2);
  await snapshot();
  await type(1);
  expect(await trimDecks(() => postgres.prisma)).toBe(0);
  await age();
  await type(1);
  expect(await trimDecks(() => postgres.prisma)).toBe(5);
  expect(await seqsOf(deckId)).toEqual([6, 7, 8, 9]);
  const snapshots = await postgres.prisma.deckSnapshot.findMany({ where: { deckId }, orderBy: { seq: 'asc' } });
  expect(snapshots.map(({ seq }) => Number(seq))).toEqual([5, 7]);
  expect(await storedText(deckId)).toBe(text());
});

it('keeps the log of a deck whose snapshot is damaged', async () => {
  const { deckId, type, snapshot, age, text } = await oldDeck(3);
  await snapshot();
  await type(1);
  await snapshot();
  await age();
  await postgres.prisma.$executeRaw`UPDATE deck_snapshot SET state = '\\x00' WHERE deck_id = ${deckId}`;
  expect(await trimDecks(() => postgres.prisma)).toBe(0);
  expect(await storedText(deckId)).toBe(text());
});

it('does no harm when several processes do it while people type and snapshots are kept', async () => {
  const deck = await oldDeck(12_000);
  await deck.snapshot();
  await deck.type(3);
  await deck.snapshot();
  await deck.age();
  const trims = Array.from({ length: 4 }, () => trimDecks(() => postgres.prisma));
  for (let round = 0; round < 5; round += 1) {
    await deck.type(2);
    await deck.snapshot();
    expect(await storedText(deck.deckId)).toBe(deck.text());
  }
  const removed = await Promise.all(trims);
  expect(
    removed.reduce((sum, rows) => sum + rows, 0) + (await trimDecks(() => postgres.prisma)),
  ).toBeGreaterThanOrEqual(12_000);
  const seqs = await seqsOf(deck.deckId);
  expect(seqs).toEqual(Array.from({ length: 12_013 - (seqs[0] ?? 0) + 1 }, (_, at) => (seqs[0] ?? 0) + at));
  expect(await storedText(deck.deckId)).toBe(deck.text());
});

it('leaves every moment that is young enough to be replayed, whenever it is done', async () => {
  for (let seed = 1; seed <= 12; seed += 1) {
    const pick = chance(seed);
    const deck = await oldDeck(1 + pick(20));
    const texts = new Map<number, string>();
    const trimmed = async (): Promise<void> => {
      // Some of the rows are old.
      const { seq = 0 } = (await store.heads([deck.deckId])).get(deck.deckId) ?? {};
      texts.set(seq, deck.text());
      await postgres.prisma.$executeRaw`UPDATE deck_update SET created_at = now() - interval '40 days'
        WHERE deck_id = ${deck.deckId} AND seq <= ${pick(seq + 1)}`;
      await trimDecks(() => postgres.prisma);
    };
    for (let round = 0; round < 8; round += 1) {
      await deck.type(1 + pick(5));
      if (pick(3) > 0) await deck.snapshot();
      await trimmed();
    }
    const bounds = await logBounds(deck.deckId);
    const oldest = bounds?.oldest ?? 0;
    const young = [...texts].filter(([seq]) => seq >= oldest);
    expect(young.length).toBeGreaterThan(0);
    const { trace } = await openTrace(deck.deckId, { from: oldest });
    for (const [seq, text] of young) expect(trace.textAt(seq)).toBe(text);
  }
});
