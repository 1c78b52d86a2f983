import { afterAll, beforeAll, expect, it } from 'vitest';

import { makeSeries, writtenDeck } from '#e2e/harness/written-deck.ts';
import { testDatabase } from '#e2e/harness/database.ts';
import type { TestDatabase } from '#e2e/harness/database.ts';
import { freezeCall } from '#server/archive/freeze-call.ts';

import { indexRecords } from './index-record.ts';

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
});

afterAll(async () => {
  await db.close();
});

const DECK =
  '# Welcome\n\n---\n\n# Team Quay\n\nReport by @quinn\n\n----\n\n## Cranes\n\n- One lifts\n\n---\n\n# Goodbye\n';

it('keeps whose a section was, who reported it and what it said, and can be made again', async () => {
  const seriesId = await makeSeries('indexed');
  const team = await db.prisma.team.create({
    data: { seriesId, slug: 'quay', name: 'Team Quay', hue: 10, position: 0 },
  });
  const { callId, deckId } = await writtenDeck(seriesId, DECK, '2026-05-07');
  const call = await db.prisma.call.findUniqueOrThrow({ where: { id: callId ?? '' } });
  const frozen = { call, deckId, personId: null, at: new Date() };
  const { editionId } = await db.prisma.$transaction((tx) => freezeCall(tx, frozen));
  const record = await db.prisma.record.findUniqueOrThrow({ where: { callId: call.id } });
  expect(record.newestId).toBe(editionId);
  const sections = () =>
    db.prisma.recordSection.findMany({ where: { recordId: record.id }, orderBy: { position: 'asc' } });
  const first = await sections();
  expect(first).toMatchObject([
    { title: 'Welcome', fromSlide: 0, toSlide: 1, reporter: null },
    { title: 'Team Quay', folded: 'team quay', fromSlide: 1, toSlide: 3, reporter: '@quinn', teamId: null },
    { title: 'Goodbye', fromSlide: 3, toSlide: 4 },
  ]);
  expect(new Set(first.map(({ wordsHash }) => wordsHash)).size).toBe(3);

  // A host says whose it is: that is kept, whatever is made again.
  const where = { recordId_position: { recordId: record.id, position: 2 } };
  await db.prisma.recordSection.update({ where, data: { teamId: team.id } });
  await db.prisma.record.update({ where: { id: record.id }, data: { newestId: null } });
  expect(await indexRecords()).toBe(1);
  expect(await sections()).toEqual(first.with(2, { ...first[2], teamId: team.id } as (typeof first)[number]));
  expect(await indexRecords()).toBe(0);
});
