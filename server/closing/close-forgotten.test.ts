import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { harbourCall } from '#e2e/harness/harbour.ts';
import { recordPage } from '#server/archive/record-page.ts';
import { bus, closeBus } from '#server/bus/open-bus.ts';
import { callPage } from '#server/calls/call-page.ts';
import { startCall } from '#server/calls/start-call.ts';
import { resumeCall } from '#server/calls/resume-call.ts';
import { replaceText } from '#server/decks/replace-text.ts';
import { seriesPage } from '#server/series/series-page.ts';

import { closeForgotten } from './close-forgotten.ts';
import { reopenCall } from './reopen-call.ts';
import { resumeClosings } from './resume-closings.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  bus().subscribe('deck.flush', (asked) => bus().publish('deck.flushed', asked));
});
afterAll(async () => {
  await closeBus();
  await db.close();
});

const DAY = 86_400_000;
/** Of a call planned for the 3rd of September, in Berlin. */
const BEFORE = new Date('2026-09-04T15:59:00Z');
const AFTER = new Date('2026-09-04T16:01:00Z');
async function planned() {
  const made = await harbourCall(db, '2026-09-03');
  await db.prisma.call.update({ where: { id: made.callId }, data: { createdAt: new Date('2026-08-20T12:00:00Z') } });
  return made;
}
const callOf = (id: string) => db.prisma.call.findUniqueOrThrow({ where: { id } });
const actsOf = async (callId: string, act: string) => db.prisma.auditEntry.count({ where: { callId, act } });

describe('a call that nobody ended', () => {
  it('is ended at its closing time, once, as if a host had', async () => {
    const { ada, callId, slug } = await planned();
    await startCall(ada, callId);
    await db.prisma.call.update({ where: { id: callId }, data: { startedAt: new Date('2026-09-03T13:05:00Z') } });
    await closeForgotten(BEFORE);
    expect((await callOf(callId)).state).toBe('live');
    await Promise.all([closeForgotten(AFTER), closeForgotten(AFTER)]);
    await resumeClosings(AFTER);
    expect(await callOf(callId)).toMatchObject({ state: 'ended', outcome: 'closed_by_itself' });
    expect(await actsOf(callId, 'call.end')).toBe(1);
    expect(await db.prisma.edition.count({ where: { record: { callId } } })).toBe(1);
    const record = await recordPage(ada, slug, '2026-09-03', null);
    expect(record.call.outcome).toBe('closed_by_itself');
  });

  it('goes on for a day when it was begun late, or resumed', async () => {
    const { ada, callId } = await planned();
    await startCall(ada, callId);
    await closeForgotten(new Date(Date.now() + 10 * 60_000));
    expect((await callOf(callId)).state).toBe('live');
    await db.prisma.call.update({
      where: { id: callId },
      data: { startedAt: new Date('2026-09-03T13:05:00Z'), reopenedAt: new Date() },
    });
    await closeForgotten(new Date(Date.now() + 10 * 60_000));
    expect((await callOf(callId)).state).toBe('live');
    await closeForgotten(new Date(Date.now() + 3 * DAY));
    expect((await callOf(callId)).state).toBe('ended');
  });
});

describe('a call that nobody started', () => {
  it('is left alone for a day when it was planned for a day that had passed, as an imported deck is', async () => {
    const { callId } = await harbourCall(db, '2024-09-03');
    await closeForgotten();
    expect((await callOf(callId)).state).toBe('planned');
    await closeForgotten(new Date(Date.now() + 3 * DAY));
    expect((await callOf(callId)).outcome).toBe('not_held');
  });

  it('is not held when nobody wrote anything for it; a host takes that back', async () => {
    const { ada, bo, callId, deckId, slug } = await planned();
    await closeForgotten(BEFORE);
    expect((await callOf(callId)).state).toBe('planned');
    await Promise.all([closeForgotten(AFTER), closeForgotten(AFTER)]);
    expect(await callOf(callId)).toMatchObject({ state: 'ended', outcome: 'not_held' });
    expect(await actsOf(callId, 'call.notHeld')).toBe(1);
    expect(await db.prisma.record.count({ where: { callId } })).toBe(0);
    expect(await callPage(bo, slug, '2026-09-03')).toMatchObject({
      kind: 'ended',
      ended: { progress: null, reopen: false, may: { start: false, resume: false, writeDeck: false } },
    });
    const page = await seriesPage(ada, slug);
    expect(page.planned).toEqual([]);
    expect(page.notHeld.map(({ id }) => id)).toEqual([callId]);
    await expect(reopenCall(bo, callId)).rejects.toMatchObject({ code: 'not-allowed' });
    await Promise.all([reopenCall(ada, callId), reopenCall(ada, callId)]);
    expect(await actsOf(callId, 'call.reopen')).toBe(1);
    await closeForgotten(new Date());
    expect(await callOf(callId)).toMatchObject({ state: 'planned', outcome: null });
    await replaceText(ada, deckId, { text: '# Team One\n', ifMatch: null });
    await expect(resumeCall(ada, callId)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is a record, “not presented”, when somebody wrote something', async () => {
    const { ada, callId, deckId, slug } = await planned();
    await replaceText(ada, deckId, { text: '# Team One\n\nFog\n', ifMatch: null });
    const now = new Date();
    await Promise.all([closeForgotten(now), closeForgotten(now)]);
    await resumeClosings();
    const record = await recordPage(ada, slug, '2026-09-03', null);
    expect(record.text).toContain('Fog');
    expect(record.call).toMatchObject({ outcome: 'not_presented', startedAt: null });
    // Resumed, it is planned again and not live.
    await resumeCall(ada, callId);
    expect(await callOf(callId)).toMatchObject({ state: 'planned', outcome: null });
    expect(await db.prisma.edition.count({ where: { record: { callId } } })).toBe(0);
    await closeForgotten(now);
    expect((await callOf(callId)).state).toBe('planned');
  });

  it('stays as it is in the bin, its own or that of its series', async () => {
    const [one, two] = [await planned(), await planned()];
    await db.prisma.call.update({ where: { id: one.callId }, data: { deletedAt: new Date() } });
    await db.prisma.series.update({ where: { id: two.seriesId }, data: { deletedAt: new Date() } });
    await closeForgotten(AFTER);
    for (const { callId } of [one, two])
      expect(await callOf(callId)).toMatchObject({ state: 'planned', outcome: null });
  });
});
