import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { messages } from '#lib/messages/en.ts';
import { testDatabase } from '#e2e/harness/database.ts';
import type { TestDatabase } from '#e2e/harness/database.ts';
import { DAY_MS, recordedHarbour } from '#e2e/harness/recorded-harbour.ts';
import { bus, closeBus } from '#server/bus/open-bus.ts';
import { callPage } from '#server/calls/call-page.ts';
import { startJobs } from '#server/jobs/jobs.ts';
import type { Jobs } from '#server/jobs/jobs.ts';

import { deleteCall, restoreCall } from './delete-call.ts';
import { deleteSeries, restoreSeries } from './delete-series.ts';
import { deletedPlace } from './deleted-place.ts';
import { emptyBin } from './empty-bin.ts';

let db: TestDatabase;
let jobs: Jobs;

beforeAll(async () => {
  db = await testDatabase();
  jobs = await startJobs();
  // No rooms here: this process has nothing to commit, and says so at once.
  bus().subscribe('deck.flush', (message) => bus().publish('deck.flushed', message));
});

afterAll(async () => {
  await closeBus();
  await jobs.stop();
  await db.close();
});

const acts = async (seriesId: string): Promise<readonly string[]> =>
  (await db.prisma.auditEntry.findMany({ where: { seriesId }, orderBy: { id: 'asc' } })).map(({ act }) => act);

describe('after 30 days', () => {
  const daysAgo = (days: number): Date => new Date(Date.now() - days * DAY_MS);
  const left = async (callId: string): Promise<number> => db.prisma.call.count({ where: { id: callId } });

  it('a call goes with its record, sealed as it is, and what is in the bin for less does not', async () => {
    const { ada, id, slug, callId, recordId, deckId } = await recordedHarbour(db);
    for (const call of [callId, recordId]) await deleteCall(ada, call);
    await db.prisma.call.update({ where: { id: callId }, data: { deletedAt: daysAgo(29) } });
    await db.prisma.call.update({ where: { id: recordId }, data: { deletedAt: daysAgo(31) } });
    await expect(restoreCall(ada, recordId)).rejects.toMatchObject({ code: 'conflict', message: messages.bin.tooLate });
    expect(await deletedPlace(ada, `/${slug}/2026-11-05`)).toBeNull();
    expect(await emptyBin()).toBe(1);
    expect(await emptyBin()).toBe(0);
    expect([await left(callId), await left(recordId)]).toEqual([1, 0]);
    expect(await db.prisma.edition.count({ where: { record: { call: { seriesId: id } } } })).toBe(0);
    expect(await db.prisma.deckUpdate.count({ where: { deckId } })).toBeGreaterThan(0);
    expect((await acts(id)).slice(-3)).toEqual(['call.delete', 'call.delete', 'call.remove']);
    await restoreCall(ada, callId);
    expect(await callPage(ada, slug, '2026-12-03')).toMatchObject({ kind: 'board' });
  });

  it('a series goes with everything but its log', async () => {
    const { ada, id, slug } = await recordedHarbour(db);
    await deleteSeries(ada, slug);
    await db.prisma.series.update({ where: { id }, data: { deletedAt: daysAgo(29) } });
    expect(await emptyBin()).toBe(0);
    await db.prisma.series.update({ where: { id }, data: { deletedAt: daysAgo(31) } });
    await expect(restoreSeries(ada, id)).rejects.toMatchObject({ code: 'conflict' });
    expect(await emptyBin()).toBe(1);
    expect(await db.prisma.series.count({ where: { id } })).toBe(0);
    expect(await db.prisma.deck.count({ where: { seriesId: id } })).toBe(0);
    expect((await acts(id)).slice(-2)).toEqual(['series.delete', 'series.remove']);
  });

  it('the database lets a sealed record go in no other way', async () => {
    const { ada, recordId } = await recordedHarbour(db);
    const edition = await db.prisma.edition.findFirstOrThrow({ where: { record: { callId: recordId } } });
    const where = { id: edition.id };
    const through = (act: (tx: Parameters<Parameters<typeof db.prisma.$transaction>[0]>[0]) => Promise<unknown>) =>
      db.prisma.$transaction(async (tx) => {
        await tx.$executeRaw`SELECT set_config('plenum.empty_bin', 'on', true)`;
        await act(tx);
      });
    await expect(db.prisma.edition.delete({ where })).rejects.toThrow('is sealed');
    await expect(through((tx) => tx.edition.delete({ where }))).rejects.toThrow('is sealed');
    await deleteCall(ada, recordId);
    await expect(through((tx) => tx.edition.delete({ where }))).rejects.toThrow('is sealed');
    // Who calls it with a clock that is ahead removes nothing that the database does not call old.
    await emptyBin(new Date(Date.now() + 31 * DAY_MS));
    expect(await left(recordId)).toBe(1);
    expect(await db.prisma.edition.count({ where })).toBe(1);
    await db.prisma.call.update({ where: { id: recordId }, data: { deletedAt: daysAgo(31) } });
    await expect(db.prisma.edition.delete({ where })).rejects.toThrow('is sealed');
    await expect(through((tx) => tx.edition.update({ where, data: { number: 7 } }))).rejects.toThrow('is sealed');
    await expect(through((tx) => tx.editionSlide.deleteMany({ where: { editionId: edition.id } }))).rejects.toThrow(
      'is sealed',
    );
    expect(await emptyBin()).toBeGreaterThan(0);
    expect(await db.prisma.edition.count({ where })).toBe(0);
  });
});
