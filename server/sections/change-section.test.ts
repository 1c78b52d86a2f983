import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { harbourCall, join, rowsOf } from '#e2e/harness/harbour.ts';
import { signedIn } from '#e2e/harness/people.ts';
import { sectionChangeSchema, type SectionChange } from '#lib/sections/section-change.ts';
import { STRANGER, type Visitor } from '#lib/visitor.ts';
import { recordPage } from '#server/archive/record-page.ts';
import { bus, closeBus } from '#server/bus/open-bus.ts';
import { endCall } from '#server/calls/end-call.ts';
import { planCall } from '#server/calls/plan-call.ts';
import { startCall } from '#server/calls/start-call.ts';
import { deckPage } from '#server/decks/deck-page.ts';
import { startJobs, type Jobs } from '#server/jobs/jobs.ts';
import { changeSection } from './change-section.ts';
import { lastSections } from './last-sections.ts';
import { yourSections } from './your-sections.ts';

let db: TestDatabase;
let jobs: Jobs;
beforeAll(async () => {
  db = await testDatabase();
  jobs = await startJobs();
  bus().subscribe('deck.flush', (message) => bus().publish('deck.flushed', message));
});
afterAll(async () => {
  await closeBus();
  await jobs.stop();
  await db.close();
});

const change = (visitor: Visitor, id: string, wanted: SectionChange) => changeSection(visitor, id, wanted);
const row = (id: string) => db.prisma.section.findUniqueOrThrow({ where: { id }, include: { reporter: true } });

describe('the sections of a new call', () => {
  it('have rows before anybody has opened the deck', async () => {
    const { titles } = await harbourCall(db);
    expect(titles).toEqual([
      'Harbour call',
      'Welcome',
      'Team One',
      'Team Two',
      'Team Three',
      'Events',
      'Announcements',
      'Thank you',
    ]);
  });

  it('are changed by writers, and each change is in the audit log and told to open pages', async () => {
    const { bo, one, deckId } = await harbourCall(db);
    const told: unknown[] = [];
    const stop = bus().subscribe('order.changed', (message) => told.push(message.deckId));
    await change(bo, one, { type: 'take' });
    await change(bo, one, { type: 'status', status: 'ready' });
    await change(bo, one, { type: 'deputy', to: { name: '@noor' } });
    stop();
    expect(await row(one)).toMatchObject({ reporter: { name: 'Bo' }, status: 'ready' });
    const audited = await db.prisma.auditEntry.findMany({ where: { deckId, act: { startsWith: 'section.' } } });
    expect(audited.map(({ act }) => act).toSorted()).toEqual(['section.deputy', 'section.status', 'section.take']);
    expect(told).toEqual([deckId, deckId, deckId]);
  });
});

describe('what only a host may', () => {
  const HOSTS: readonly SectionChange[] = [
    { type: 'skip', skipped: true },
    { type: 'time', seconds: 240 },
    { type: 'team', teamId: null },
  ];
  const WRITERS: readonly SectionChange[] = [
    { type: 'status', status: 'ready' },
    { type: 'take' },
    { type: 'reporter', to: null },
    { type: 'deputy', to: null },
  ];

  it.each(HOSTS)('$type is refused to everybody else', async (wanted) => {
    const { ada, bo, cy, one } = await harbourCall(db);
    for (const visitor of [bo, cy, STRANGER])
      await expect(change(visitor, one, wanted)).rejects.toThrow(/may not|Sign in|nothing here/);
    await change(ada, one, wanted);
  });

  it.each(WRITERS)('$type is refused to readers and strangers', async (wanted) => {
    const { cy, one } = await harbourCall(db);
    for (const visitor of [cy, STRANGER])
      await expect(change(visitor, one, wanted)).rejects.toThrow(/may not|Sign in|nothing here/);
    expect(await row(one)).toMatchObject({ status: 'empty', reporterId: null });
  });

  it('is to give away what somebody else has taken', async () => {
    const { ada, bo, seriesId, one } = await harbourCall(db);
    const dan = await signedIn(db, 'Dan');
    await join(db, seriesId, dan, 'writer');
    await change(bo, one, { type: 'take' });
    await expect(change(dan, one, { type: 'take' })).rejects.toThrow('Somebody else reports here');
    await expect(change(dan, one, { type: 'reporter', to: null })).rejects.toThrow('Somebody else reports here');
    await change(bo, one, { type: 'reporter', to: { personId: dan.person?.id ?? '' } });
    await change(ada, one, { type: 'reporter', to: null });
    expect((await row(one)).reporterId).toBeNull();
  });
});

it('two who take a section at once: one has it, the other is told', async () => {
  const { bo, seriesId, one } = await harbourCall(db);
  const dan = await signedIn(db, 'Dan');
  await join(db, seriesId, dan, 'writer');
  const outcomes = await Promise.allSettled([change(bo, one, { type: 'take' }), change(dan, one, { type: 'take' })]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

it('people and teams of another series, and sections that are none, are refused', async () => {
  const { ada, one } = await harbourCall(db);
  const eve = await signedIn(db, 'Eve');
  const personId = eve.person?.id ?? '';
  await expect(change(ada, one, { type: 'reporter', to: { personId } })).rejects.toThrow('not known in the series');
  await expect(change(ada, one, { type: 'team', teamId: personId })).rejects.toThrow('no such team');
  for (const id of ['', 'x', personId])
    await expect(change(ada, id, { type: 'take' })).rejects.toThrow(/may not|Sign in|nothing here/);
  expect(await row(one)).toMatchObject({ reporterId: null, teamId: null });
});

it.each([
  { type: 'reporter', to: { name: 'n'.repeat(300) } },
  { type: 'reporter', to: { name: 'Ada\u202Eevil' } },
  { type: 'reporter', to: { personId: 'no id' } },
  { type: 'time', seconds: -1 },
  { type: 'time', seconds: 1e9 },
  { type: 'status', status: 'done' },
  { type: 'skip', skipped: 'yes' },
  { type: 'delete' },
])('what is no change is refused by the schema: $type', (wanted) => {
  expect(sectionChangeSchema.safeParse(wanted).success).toBe(false);
});

it('somebody who is only named becomes a person without an account, once', async () => {
  const { bo, one, two } = await harbourCall(db);
  await change(bo, one, { type: 'reporter', to: { name: '@Noor' } });
  await change(bo, two, { type: 'reporter', to: { name: '@noor' } });
  const [first, second] = [await row(one), await row(two)];
  expect(first.reporter).toMatchObject({ handle: 'Noor', authUserId: null });
  expect(second.reporterId).toBe(first.reporterId);
});

describe('a call that ends', () => {
  it('keeps who reported, leaves out what had nothing to tell, and can be changed no more', async () => {
    const { ada, bo, slug, callId, date, one, two } = await harbourCall(db);
    await change(bo, one, { type: 'take' });
    await change(bo, two, { type: 'status', status: 'nothing' });
    await startCall(ada, callId);
    await endCall(ada, callId);
    const record = await recordPage(ada, slug, date, null);
    expect(record.text).toContain('Report by **Bo**');
    expect(record.text).toContain('Nothing this time: Team Two');
    expect(record.text).not.toContain('# Team Two');
    expect(record.slides.map(({ heading }) => heading)).toContain('Agenda');
    const { content } = await db.prisma.edition.findFirstOrThrow({ where: { record: { callId } } });
    expect(content).toMatchObject({
      sections: expect.arrayContaining([
        expect.objectContaining({ title: 'Team One', reporter: 'Bo', status: 'empty' }),
        expect.objectContaining({ title: 'Team Two', status: 'nothing' }),
      ]),
    });
    await expect(change(bo, one, { type: 'status', status: 'ready' })).rejects.toThrow('The call has ended');
  });

  it('leaves what its sections said for the next one', async () => {
    const { ada, slug, callId } = await harbourCall(db, '2026-12-10');
    await startCall(ada, callId);
    await endCall(ada, callId);
    const next = await planCall(ada, slug, { date: '2026-12-17', time: '15:05', title: undefined });
    const { deckId } = await rowsOf(db, next.callId);
    const last = await lastSections(ada, deckId);
    expect(last.find(({ title }) => title === 'Welcome')).toMatchObject({ call: { address: '2026-12-10' } });
    expect(last.find(({ title }) => title === 'Welcome')?.slides[0]).toContain('- New here?');
    await expect(lastSections(STRANGER, deckId)).resolves.toHaveLength(last.length);
  });
});

it('Yours are the sections that somebody reports, stands in for, or whose team they are in', async () => {
  const { ada, bo, seriesId, slug, one, two } = await harbourCall(db);
  const team = await db.prisma.team.create({
    data: { seriesId, slug: 'three', name: 'Team Three', hue: 1, position: 0 },
  });
  await db.prisma.knownHeading.create({
    data: { seriesId, folded: 'team three', spelling: 'Team Three', teamId: team.id },
  });
  await db.prisma.teamMember.create({ data: { teamId: team.id, personId: bo.person?.id ?? '' } });
  await change(bo, one, { type: 'take' });
  await change(ada, two, { type: 'deputy', to: { personId: bo.person?.id ?? '' } });
  const yours = await yourSections(bo);
  expect(yours.map(({ title, as }) => [title, as])).toEqual([
    ['Team One', 'reporter'],
    ['Team Two', 'deputy'],
    ['Team Three', 'team'],
  ]);
  expect(yours[2]?.address).toBe(`/${slug}/2026-12-03/deck#team-three`);
  expect(await yourSections(STRANGER)).toEqual([]);
  expect((await deckPage(bo, slug, '2026-12-03')).deck.order.teams.map(({ name }) => name)).toEqual(['Team Three']);
});
