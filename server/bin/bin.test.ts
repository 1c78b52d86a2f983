import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';
import type { Visitor } from '#lib/visitor.ts';
import { STRANGER } from '#lib/visitor.ts';
import { testDatabase } from '#e2e/harness/database.ts';
import type { TestDatabase } from '#e2e/harness/database.ts';
import { recordedHarbour, someAdmin } from '#e2e/harness/recorded-harbour.ts';
import { deckAccess } from '#server/accounts/deck-access.ts';
import { openInvitation, readInvitation } from '#server/accounts/invitations.ts';
import { createLink, openLink } from '#server/accounts/links.ts';
import { createTicket, visitorOfTicket } from '#server/accounts/tickets.ts';
import { archivePage } from '#server/archive/archive-page.ts';
import { editionMarkdown } from '#server/archive/edition-markdown.ts';
import { bus, closeBus } from '#server/bus/open-bus.ts';
import { callPage } from '#server/calls/call-page.ts';
import { endCall } from '#server/calls/end-call.ts';
import { listCalls } from '#server/calls/list-calls.ts';
import { nowPage } from '#server/calls/now-page.ts';
import { planCall } from '#server/calls/plan-call.ts';
import { startCall } from '#server/calls/start-call.ts';
import { deckPage } from '#server/decks/deck-page.ts';
import { startJobs } from '#server/jobs/jobs.ts';
import type { Jobs } from '#server/jobs/jobs.ts';
import { inviteMany } from '#server/people/invite.ts';
import { listSeries } from '#server/series/list-series.ts';
import { seriesPage } from '#server/series/series-page.ts';

import { instanceBin, ownBin, seriesBin } from './bin-pages.ts';
import { deleteCall, restoreCall } from './delete-call.ts';
import { deleteSeries, restoreSeries } from './delete-series.ts';
import { deletedInvitation, deletedPlace } from './deleted-place.ts';

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

/** Every row of every table but the log, as one sum a table. */
async function allRows(): Promise<unknown> {
  const tables = await db.prisma.$queryRaw<readonly { readonly name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'audit_entry' ORDER BY 1`;
  const sums = tables.map(
    ({ name }) => `SELECT '${name}' AS "table", md5(string_agg(t::text, '|' ORDER BY t::text)) AS sum FROM "${name}" t`,
  );
  return db.prisma.$queryRawUnsafe(`${sums.join(' UNION ALL ')} ORDER BY 1`);
}

const acts = async (seriesId: string): Promise<readonly string[]> =>
  (await db.prisma.auditEntry.findMany({ where: { seriesId }, orderBy: { id: 'asc' } })).map(({ act }) => act);

const gone = { code: 'not-found' };

describe('a deleted call', () => {
  it('comes back with every row as it was, and each act is one, however often it is done', async () => {
    const { ada, id, callId, recordId } = await recordedHarbour(db);
    const before = await allRows();
    for (const call of [callId, recordId]) {
      await deleteCall(ada, call);
      await deleteCall(ada, call);
      expect(await allRows()).not.toEqual(before);
      await restoreCall(ada, call);
      await restoreCall(ada, call);
    }
    expect(await allRows()).toEqual(before);
    expect((await acts(id)).slice(-4)).toEqual(['call.delete', 'call.restore', 'call.delete', 'call.restore']);
  });

  it('is deleted and brought back by hosts alone, and not while it is live', async () => {
    const { ada, wim, callId } = await recordedHarbour(db);
    const admin = await someAdmin(db);
    for (const visitor of [wim, admin, STRANGER])
      await expect(deleteCall(visitor, callId)).rejects.toBeInstanceOf(Refusal);
    await startCall(ada, callId);
    await expect(deleteCall(ada, callId)).rejects.toMatchObject({ code: 'conflict', message: messages.bin.call.live });
    await endCall(ada, callId);
    await deleteCall(ada, callId);
    for (const visitor of [wim, admin, STRANGER])
      await expect(restoreCall(visitor, callId)).rejects.toMatchObject(gone);
    for (const start of [startCall, endCall]) await expect(start(ada, callId)).rejects.toMatchObject(gone);
  });

  it('is found by nobody: no page, list, deck, ticket or link shows it', async () => {
    const { ada, wim, slug, callId, recordId, deckId } = await recordedHarbour(db);
    const [ticket, edition] = [
      await createTicket(deckId, { grant: 'write', name: 'Robot', minutes: 5 }),
      await db.prisma.edition.findFirstOrThrow({ where: { record: { callId: recordId } } }),
    ];
    for (const call of [callId, recordId]) await deleteCall(ada, call);
    for (const visitor of [ada, wim]) {
      await expect(callPage(visitor, slug, '2026-12-03')).rejects.toMatchObject(gone);
      await expect(callPage(visitor, slug, '2026-11-05')).rejects.toMatchObject(gone);
      await expect(deckPage(visitor, slug, '2026-12-03')).rejects.toMatchObject(gone);
      await expect(deckAccess(visitor, deckId)).rejects.toMatchObject(gone);
      await expect(editionMarkdown(visitor, edition.id)).rejects.toMatchObject(gone);
    }
    const held = await visitorOfTicket(ticket, deckId);
    await expect(deckAccess(held?.visitor ?? STRANGER, deckId)).rejects.toMatchObject(gone);
    expect((await listCalls(ada, slug, { limit: 9, after: undefined })).calls).toEqual([]);
    expect((await archivePage(ada, slug)).total).toBe(0);
    expect(await nowPage(ada, slug)).toMatchObject({ kind: 'waiting', next: null, lastRecord: null });
    expect(await seriesPage(ada, slug)).toMatchObject({ planned: [], latestRecords: [], records: 0 });
    const home = (await listSeries(ada)).series.find(({ series }) => series.slug === slug);
    expect(home).toMatchObject({ next: null, lastRecord: null, records: 0 });
  });

  it('keeps its address: another call of that day gets the next one', async () => {
    const { ada, slug, callId } = await recordedHarbour(db);
    await deleteCall(ada, callId);
    const { address } = await planCall(ada, slug, { date: '2026-12-03', time: undefined, title: undefined });
    expect(address).toBe(`/${slug}/2026-12-03-2`);
    expect((await seriesBin(ada, slug)).calls).toMatchObject([
      { kind: 'call', id: callId, date: '2026-12-03', by: 'Ada', daysLeft: 30 },
    ]);
  });

  it('is told of to who could read it, and the way back to hosts', async () => {
    const { ada, wim, slug, callId } = await recordedHarbour(db, { readLive: 'members', readRecords: 'members' });
    const path = `/${slug}/2026-12-03`;
    expect(await deletedPlace(ada, path)).toBeNull();
    await deleteCall(ada, callId);
    expect(await deletedPlace(ada, path)).toMatchObject({ mayRestore: true, bin: `/${slug}/bin`, row: { by: 'Ada' } });
    expect(await deletedPlace(wim, `${path}/deck`)).toMatchObject({ mayRestore: false, bin: null });
    expect(await deletedPlace(STRANGER, path)).toBeNull();
    expect(await deletedPlace(ada, `/${slug}/2026-12-04`)).toBeNull();
    expect(await deletedPlace(ada, `/${slug}`)).toBeNull();
  });
});

describe('a deleted series', () => {
  it('comes back with every row as it was, by its hosts or an admin, and each act is one', async () => {
    const { ada, wim, slug, id } = await recordedHarbour(db);
    const admin = await someAdmin(db);
    const before = await allRows();
    for (const visitor of [wim, admin, STRANGER])
      await expect(deleteSeries(visitor, slug)).rejects.toBeInstanceOf(Refusal);
    for (const back of [ada, admin]) {
      await deleteSeries(ada, slug);
      await deleteSeries(ada, slug);
      for (const visitor of [wim, STRANGER]) await expect(restoreSeries(visitor, id)).rejects.toMatchObject(gone);
      await restoreSeries(back, id);
      await restoreSeries(back, id);
    }
    expect(await allRows()).toEqual(before);
    expect((await acts(id)).slice(-4)).toEqual(['series.delete', 'series.restore', 'series.delete', 'series.restore']);
  });

  it('is not deleted while a call of it is live', async () => {
    const { ada, slug, callId } = await recordedHarbour(db);
    await startCall(ada, callId);
    await expect(deleteSeries(ada, slug)).rejects.toMatchObject({
      code: 'conflict',
      message: messages.bin.series.live,
    });
  });

  it('is found by nobody, and its bins by who can bring it back', async () => {
    const { ada, wim, slug, id, callId, deckId } = await recordedHarbour(db);
    const admin = await someAdmin(db);
    await deleteSeries(ada, slug);
    for (const visitor of [ada, wim, admin]) {
      await expect(seriesPage(visitor, slug)).rejects.toMatchObject(gone);
      await expect(callPage(visitor, slug, '2026-11-05')).rejects.toMatchObject(gone);
      await expect(archivePage(visitor, slug)).rejects.toMatchObject(gone);
      await expect(deckAccess(visitor, deckId)).rejects.toMatchObject(gone);
      await expect(
        planCall(visitor, slug, { date: '2026-12-24', time: undefined, title: undefined }),
      ).rejects.toMatchObject(gone);
      await expect(deleteCall(visitor, callId)).rejects.toMatchObject(gone);
      expect((await listSeries(visitor)).series.map(({ series }) => series.slug)).not.toContain(slug);
    }
    expect(await ownBin(ada)).toMatchObject([{ id, kind: 'series', by: 'Ada', daysLeft: 30 }]);
    expect(await ownBin(wim)).toEqual([]);
    expect((await instanceBin(admin)).map((row) => row.id)).toContain(id);
    await expect(instanceBin(ada)).rejects.toMatchObject(gone);
    expect(await listSeries(ada)).toMatchObject({ inBin: 1 });
    expect(await deletedPlace(wim, `/${slug}/archive`)).toMatchObject({
      mayRestore: false,
      row: { name: 'Harbour call' },
    });
    expect(await deletedPlace(STRANGER, `/${slug}`)).toMatchObject({ mayRestore: false, bin: null });
  });

  it('is told of to who holds a link or an invitation, which count again afterwards', async () => {
    const closed = { readDecks: 'members', readLive: 'link', readRecords: 'link' };
    const { ada, slug, id } = await recordedHarbour(db, closed);
    const tokenOf = (path: string): string => path.split('/').at(-1) ?? '';
    const token = tokenOf(await createLink(ada, slug, { grant: 'read', name: 'For readers', days: 7 }));
    const invited = tokenOf((await inviteMany(ada, slug, { name: 'For many', role: 'reader', days: 2 })).path);
    await deleteSeries(ada, slug);
    const link = await openLink(token);
    expect(link).toMatchObject({ next: `/${slug}`, asksName: false });
    const holder: Visitor = { person: null, linkIds: [link?.linkId ?? ''] };
    expect(await deletedPlace(holder, `/${slug}`)).toMatchObject({ row: { by: 'Ada' } });
    expect(await deletedPlace(STRANGER, `/${slug}`)).toBeNull();
    const invitation = await openInvitation(invited);
    expect(await readInvitation(invitation)).toBeNull();
    expect(await deletedInvitation(STRANGER, invitation)).toMatchObject({ row: { name: 'Harbour call' } });
    await restoreSeries(ada, id);
    expect(await readInvitation(invitation)).not.toBeNull();
    expect(await deletedInvitation(STRANGER, invitation)).toBeNull();
  });
});
