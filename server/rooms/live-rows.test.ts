import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { firstLiveState } from '#lib/live/live-state.ts';
import { postgresLiveRows } from './live-rows.ts';

let postgres: TestDatabase;
let seriesId: string;
beforeAll(async () => {
  postgres = await testDatabase();
  seriesId = (await postgres.prisma.series.create({ data: { slug: 'live', name: 'Live', timeZone: 'UTC' } })).id;
});
afterAll(() => postgres.close());

describe('live rows', () => {
  it('are stored over the version that was read, and only while the call is live', async () => {
    const call = await postgres.prisma.call.create({
      data: {
        seriesId,
        address: '2026-11-21',
        title: 'Live',
        state: 'live',
        startsAt: new Date(),
        startedAt: new Date(),
        timeZone: 'UTC',
      },
    });
    const rows = postgresLiveRows(() => postgres.prisma);
    const first = await rows.load(call.id);
    expect(first?.state).toMatchObject({ version: 1, presenter: null, position: null });
    const state = {
      ...firstLiveState(new Date().toISOString()),
      version: 2,
      presenter: { personId: 'p', name: 'Ada' },
      blank: true,
    };
    const next = { state, times: { spent: { one: 1_500 }, since: null } };
    const third = { ...next, state: { ...state, version: 3 } };
    expect(await rows.save(call.id, next, 1)).toBe(true);
    expect(await rows.save(call.id, third, 1)).toBe(false);
    expect(await rows.load(call.id)).toEqual({ ...next, offersBaton: false });
    await postgres.prisma.call.update({ where: { id: call.id }, data: { state: 'ended' } });
    expect(await rows.load(call.id)).toBeNull();
    expect(await rows.save(call.id, third, 2)).toBe(false);
  });
});
