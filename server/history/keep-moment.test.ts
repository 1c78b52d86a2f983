import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { harbourCall } from '#e2e/harness/harbour.ts';
import { deckText } from '#lib/deck/deck-doc.ts';
import { bus, closeBus } from '#server/bus/open-bus.ts';
import { database } from '#server/database/client.ts';
import { changeSection } from '#server/sections/change-section.ts';
import { PostgresStore } from '#server/store/postgres-store.ts';
import { keepMoment } from './keep-moment.ts';
import { thinRevisions } from './thin-revisions.ts';

let db: TestDatabase;
let seriesId: string;
beforeAll(async () => {
  db = await testDatabase();
  bus().subscribe('deck.flush', (asked) => bus().publish('deck.flushed', asked));
  seriesId = (await db.prisma.series.create({ data: { slug: 'moments', name: 'Moments', timeZone: 'UTC' } })).id;
});
afterAll(async () => {
  await closeBus();
  await db.close();
});

const DAY_MS = 24 * 3_600_000;

/** A deck whose rows came so many minutes ago, each with one more letter. */
async function deckOf(...minutesAgo: readonly number[]) {
  const deckId = `deck-${randomUUID()}`;
  await db.prisma.deck.create({ data: { id: deckId, kind: 'template', seriesId } });
  const { id: personId } = await db.prisma.person.create({ data: { name: 'Ada', hue: 1 } });
  const doc = new Y.Doc();
  const rows: { data: Uint8Array; personId: string }[] = [];
  doc.on('update', (data: Uint8Array) => rows.push({ data, personId }));
  for (const [at] of minutesAgo.entries()) deckText(doc).insert(at, String.fromCodePoint(97 + at));
  await new PostgresStore(database).append([{ deckId, epoch: 1, rows }]);
  for (const [at, minutes] of minutesAgo.entries())
    await db.prisma.deckUpdate.updateMany({
      where: { deckId, seq: at + 1 },
      data: { createdAt: new Date(Date.now() - minutes * 60_000) },
    });
  const keep = (seq: number, reason: 'rested' | 'edited' | 'deletion') => keepMoment({ deckId, seq, reason, personId });
  const kept = async () =>
    (await db.prisma.revision.findMany({ where: { deckId }, orderBy: { createdAt: 'asc' } })).map(
      ({ seq, reason, text, authors }) => [Number(seq), reason, new TextDecoder().decode(text), authors.length],
    );
  return { deckId, personId, keep, kept };
}

describe('a moment', () => {
  it('is kept once, with its text and its authors, however many find it', async () => {
    const { keep, kept } = await deckOf(30, 1, 0);
    const done = await Promise.all([keep(1, 'rested'), keep(1, 'rested'), keep(1, 'rested')]);
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(await keep(2, 'rested')).toBe(false);
    expect(await keep(3, 'edited')).toBe(false);
    expect(await keep(2, 'deletion')).toBe(true);
    expect(await kept()).toEqual([
      [1, 'rested', 'a', 1],
      [2, 'deletion', 'ab', 1],
    ]);
  });

  it('is none before the first row, and none that is not there', async () => {
    const { keep, kept } = await deckOf(0);
    expect([await keep(0, 'rested'), await keep(99, 'deletion')]).toEqual([false, false]);
    expect(await kept()).toEqual([]);
  });

  it('is kept when a section is ready, under its title', async () => {
    const { bo, one, deckId } = await harbourCall(db);
    await changeSection(bo, one, { type: 'status', status: 'ready' });
    const ready = () => db.prisma.revision.findFirst({ where: { deckId, reason: 'ready' } });
    await expect.poll(ready).toMatchObject({ name: 'Team One', personId: bo.person?.id });
  });
});

describe('revisions that age', () => {
  it('are thinned to the last of an hour, then of a day; what was named and a call’s life stay', async () => {
    const { deckId, personId } = await deckOf(0);
    const now = new Date('2026-11-26T12:30:00Z');
    const add = (daysAgo: number, reason: 'edited' | 'named' | 'started', ...minutes: readonly number[]) =>
      db.prisma.revision.createMany({
        data: minutes.map((minute) => ({
          deckId,
          seq: 1n,
          reason,
          personId,
          text: new Uint8Array(),
          createdAt: new Date(now.getTime() - daysAgo * DAY_MS - 30 * 60_000 + minute * 60_000),
        })),
      });
    await add(0, 'edited', 0, 10, 20);
    await add(2, 'edited', 0, 10, 20, 60, 70);
    await add(40, 'edited', 0, 10, 60, 120);
    await add(40, 'named', 1, 2);
    await add(40, 'started', 3);
    expect(await thinRevisions(database, now)).toBe(3 + 3);
    const left = await db.prisma.revision.findMany({ where: { deckId }, orderBy: { createdAt: 'asc' } });
    expect(left.map(({ reason }) => reason)).toEqual([
      'named',
      'named',
      'started',
      ...Array.from({ length: 6 }, () => 'edited'),
    ]);
    expect(await thinRevisions(database, now)).toBe(0);
  });
});
