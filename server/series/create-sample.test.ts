import { afterAll, beforeAll, expect, it } from 'vitest';

import { parseDeck } from '#lib/slides/parse-deck.ts';
import { STRANGER } from '#lib/visitor.ts';
import type { Visitor } from '#lib/visitor.ts';
import { testDatabase } from '#e2e/harness/database.ts';
import { signedIn } from '#e2e/harness/people.ts';
import type { TestDatabase } from '#e2e/harness/database.ts';
import { recordPage } from '#server/archive/record-page.ts';
import { deckPage } from '#server/decks/deck-page.ts';

import { createSample, sampleDate } from './create-sample.ts';
import { seriesPage } from './series-page.ts';

let db: TestDatabase;
let ada: Visitor;

beforeAll(async () => {
  db = await testDatabase();
  ada = await signedIn(db, 'Ada');
});

afterAll(async () => {
  await db.close();
});

it('makes a series with three records and a call to come, once for each person', async () => {
  const [first, second] = await Promise.all([createSample(ada, 'Europe/Berlin'), createSample(ada, 'Europe/Berlin')]);
  expect(second).toEqual(first);
  const view = await seriesPage(ada, first.slug);
  expect(view).toMatchObject({ records: 3, live: null, series: { name: 'Harbour Commons (sample)', role: 'host' } });
  expect(view.latestRecords.every((record) => record.sealed && record.slides >= 7)).toBe(true);
  expect(view.planned).toHaveLength(1);
  const deck = await deckPage(ada, first.slug, view.planned[0]?.address ?? '');
  expect(deck.may.start).toBe(true);
  expect(parseDeck(deck.deck.text).problems).toEqual([]);
  for (const { call } of view.latestRecords) {
    const record = await recordPage(ada, first.slug, call.address, null);
    expect(record.missingPictures).toEqual([]);
    expect(Object.keys(record.pictures.assets).length).toBeGreaterThan(0);
    expect(parseDeck(record.text).problems).toEqual([]);
  }
});

it.each([
  ['2026-11-25', '2026-11-26', '2026-11-19'],
  ['2026-11-26', '2026-12-03', '2026-11-19'],
  ['2026-11-27', '2026-12-03', '2026-11-26'],
])('on %s comes on %s and was last on %s', (today, next, last) => {
  expect([sampleDate(0, today), sampleDate(-1, today)]).toEqual([next, last]);
});

it('is not for nobody', async () => {
  await expect(createSample(STRANGER, 'UTC')).rejects.toMatchObject({ code: 'sign-in-first' });
});
