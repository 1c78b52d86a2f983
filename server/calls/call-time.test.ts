import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { harbourCall, rowsOf } from '#e2e/harness/harbour.ts';
import { liveStateSchema, sectionTimesSchema, type SectionTimes } from '#lib/live/live-state.ts';
import { usualKey } from '#lib/sections/usual-time.ts';
import { foldHeading } from '#lib/teams/fold-heading.ts';
import { STRANGER, type Visitor } from '#lib/visitor.ts';
import { bus, closeBus } from '#server/bus/open-bus.ts';
import { deckPage } from '#server/decks/deck-page.ts';
import { startJobs, type Jobs } from '#server/jobs/jobs.ts';
import { changeAudiences } from '#server/people/change-audiences.ts';
import { seriesPeople } from '#server/people/series-people.ts';
import { chooseOffers } from '#server/series/choose-offers.ts';
import { callPage } from './call-page.ts';
import { changeSlot } from './change-slot.ts';
import { endCall } from './end-call.ts';
import { planCall } from './plan-call.ts';
import { resumeCall } from './resume-call.ts';
import { startCall } from './start-call.ts';

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

const ago = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString();

/** What the room stores beside the live state, with the section that is on the stage. */
async function stage(callId: string, section: string | null, times: SectionTimes): Promise<void> {
  const row = await db.prisma.liveState.findUniqueOrThrow({ where: { callId } });
  const state = { ...liveStateSchema.parse(row.state), section, times };
  await db.prisma.liveState.update({ where: { callId }, data: { state } });
}

async function spentIn(deckId: string): Promise<Readonly<Record<string, number | null>>> {
  const rows = await db.prisma.section.findMany({ where: { deckId } });
  return Object.fromEntries(rows.map(({ id, spentSeconds }) => [id, spentSeconds]));
}

async function nextCall(ada: Visitor, slug: string, date: string) {
  const { callId } = await planCall(ada, slug, { date, time: '15:05', title: undefined });
  return { callId, ...(await rowsOf(db, callId)) };
}

/** A call that was held and ended, with the seconds that its sections took. */
async function held(ada: Visitor, callId: string, seconds: Readonly<Record<string, number>>): Promise<void> {
  await startCall(ada, callId);
  const spent = Object.fromEntries(Object.entries(seconds).map(([id, each]) => [id, each * 1000]));
  await stage(callId, null, { spent, since: null });
  await endCall(ada, callId);
}

describe('how long sections took', () => {
  it('is kept when the call ends, the one on the stage included, and goes on when it is resumed', async () => {
    const { ada, callId, deckId, one, two } = await harbourCall(db);
    await startCall(ada, callId);
    await stage(callId, two, { spent: { [one]: 61_400, nowhere: 5000 }, since: ago(30) });
    await endCall(ada, callId);
    const spent = await spentIn(deckId);
    expect(spent[one]).toBe(61);
    expect(Math.abs((spent[two] ?? 0) - 30)).toBeLessThan(5);
    expect(Object.values(spent).filter((each) => each !== null)).toHaveLength(2);

    // Ten minutes later somebody had more to say.
    await db.prisma.call.update({ where: { id: callId }, data: { endedAt: ago(600) } });
    await stage(callId, two, { spent: { [one]: 61_400 }, since: ago(630) });
    await resumeCall(ada, callId);
    const { state } = await db.prisma.liveState.findUniqueOrThrow({ where: { callId } });
    expect(Math.abs(liveStateSchema.parse(state).pausedMs - 600_000)).toBeLessThan(5000);
    const times = sectionTimesSchema.parse(Object(state).times);
    expect(Math.abs((times.spent[two] ?? 0) - 30_000)).toBeLessThan(1000);
    await endCall(ada, callId);
    expect(Math.abs(((await spentIn(deckId))[two] ?? 0) - 30)).toBeLessThan(5);
  });

  it('keeps no call from ending when nothing of it can be read', async () => {
    const { ada, callId, deckId } = await harbourCall(db);
    await startCall(ada, callId);
    await db.prisma.liveState.update({ where: { callId }, data: { state: { times: 'late' } } });
    await endCall(ada, callId);
    expect(new Set(Object.values(await spentIn(deckId)))).toEqual(new Set([null]));
  });

  it('tells next time what is usual: the middle of the last five, by team or heading', async () => {
    const { ada, slug, callId, one, seriesId } = await harbourCall(db, '2026-11-01');
    await held(ada, callId, { [one]: 3600 });
    const took = [200, 300, 240, 3000, 260];
    for (const [day, seconds] of took.entries()) {
      const call = await nextCall(ada, slug, `2026-11-0${day + 2}`);
      await held(ada, call.callId, { [call.one]: seconds, ...(day === 4 ? { [call.two]: 90 } : {}) });
    }
    await nextCall(ada, slug, '2026-12-03');
    const key = (title: string): string => usualKey(null, title);
    const { time } = await deckPage(ada, slug, '2026-12-03');
    expect(time).toEqual({ slot: null, usual: { [key('Team One')]: 260, [key('Team Two')]: 90 } });

    // Once the heading is a team's, what it took before is that team's.
    const team = await db.prisma.team.create({
      data: { seriesId, slug: 'team-one', name: 'Team One', hue: 10, position: 0 },
    });
    await db.prisma.knownHeading.create({
      data: { seriesId, folded: foldHeading('Team One'), spelling: 'Team One', teamId: team.id },
    });
    expect((await deckPage(ada, slug, '2026-12-03')).time.usual[usualKey(team.id, 'Team One')]).toBe(260);
  });

  it('is not told to who may not read the deck', async () => {
    const { ada, slug, callId, one } = await harbourCall(db, '2026-11-01');
    await held(ada, callId, { [one]: 120 });
    const next = await nextCall(ada, slug, '2026-12-03');
    await changeSlot(ada, next.callId, 2700);
    const seen = async (visitor: Visitor) => {
      const page = await callPage(visitor, slug, '2026-12-03');
      return page.kind === 'board' ? page.board.time : null;
    };
    expect((await seen(ada))?.slot).toBe(2700);
    expect(await seen(STRANGER)).toEqual({ slot: null, usual: {} });
    await changeAudiences(ada, slug, {
      readDecks: 'public',
      readLive: 'public',
      readRecords: 'public',
      write: 'members',
    });
    expect(Object.values((await seen(STRANGER))?.usual ?? {})).toEqual([120]);
  });
});

describe('how long a call may take', () => {
  it('is said by hosts until it has ended, and taken over by the calls planned later', async () => {
    const { ada, bo, slug, callId } = await harbourCall(db, '2026-11-01');
    await expect(changeSlot(bo, callId, 2700)).rejects.toMatchObject({ code: 'not-allowed' });
    await changeSlot(ada, callId, 2700);
    await changeSlot(ada, callId, 2700);
    const entries = await db.prisma.auditEntry.findMany({ where: { callId, act: 'call.slot' } });
    expect(entries.map(({ details }) => details)).toEqual([{ minutes: 45 }]);
    const next = await nextCall(ada, slug, '2026-11-08');
    const slotOf = async (id: string) => (await db.prisma.call.findUniqueOrThrow({ where: { id } })).slotSeconds;
    expect(await slotOf(next.callId)).toBe(2700);
    await changeSlot(ada, next.callId, null);
    expect(await slotOf((await nextCall(ada, slug, '2026-11-15')).callId)).toBe(2700);
    await held(ada, callId, {});
    await expect(changeSlot(ada, callId, 60)).rejects.toMatchObject({ code: 'frozen' });
  });
});

describe('whether a reporter is offered to present', () => {
  it('is said by hosts, and heard by the deck of a live call', async () => {
    const { ada, bo, slug, callId, deckId, seriesId } = await harbourCall(db);
    await startCall(ada, callId);
    const rung: string[] = [];
    const heard = new Promise<void>((resolve) => {
      bus().subscribe('deck.state', (message) => {
        rung.push(message.deckId);
        resolve();
      });
    });
    await expect(chooseOffers(bo, slug, true)).rejects.toMatchObject({ code: 'not-allowed' });
    await chooseOffers(ada, slug, true);
    await chooseOffers(ada, slug, true);
    await heard;
    expect(rung).toEqual([deckId]);
    expect((await seriesPeople(bo, slug, false)).offersBaton).toBe(true);
    expect(await db.prisma.auditEntry.count({ where: { seriesId, act: 'series.offers' } })).toBe(1);
  });
});
