import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { readDeckText } from '#lib/deck/deck-doc.ts';
import { createDeck } from './create-deck.ts';
import { readDeck } from './read-deck.ts';

let postgres: TestDatabase;
let seriesId: string;
beforeAll(async () => {
  postgres = await testDatabase();
  seriesId = (await postgres.prisma.series.create({ data: { slug: 'decks', name: 'Decks', timeZone: 'UTC' } })).id;
});
afterAll(() => postgres.close());

const make = (text: string) =>
  postgres.prisma.$transaction((tx) =>
    createDeck(tx, { kind: 'template', seriesId, callId: null, text, personId: null }),
  );

describe('a new deck', () => {
  it('holds its first text as row 1, with line feeds only', async () => {
    const { deckId } = await make('# Süßes 🎉\r\n\r---\n');
    const deck = await readDeck(deckId);
    expect(deck).toMatchObject({ text: '# Süßes 🎉\n\n---\n', seq: 1, epoch: 1 });
    const doc = new Y.Doc();
    Y.applyUpdate(doc, deck.update);
    expect(readDeckText(doc)).toBe(deck.text);
    expect(deckId).toMatch(/^[1-9A-HJ-NP-Za-km-z]{22}$/);
  });

  it('may be empty, and may not be endless', async () => {
    const { deckId } = await make('');
    expect(await readDeck(deckId)).toMatchObject({ text: '', seq: 0 });
    await expect(make('x'.repeat(1_000_001))).rejects.toMatchObject({ code: 'too-large' });
    await expect(readDeck('nowhere')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is gone with the transaction that made it', async () => {
    let made = '';
    const failing = postgres.prisma.$transaction(async (tx) => {
      made = (await createDeck(tx, { kind: 'template', seriesId, callId: null, text: 'x', personId: null })).deckId;
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await expect(readDeck(made)).rejects.toMatchObject({ code: 'not-found' });
  });
});
