import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';

import { createDeckDoc, deckText } from '#lib/deck/deck-doc.ts';
import { canonicalEdition } from '#lib/record/canonical-edition.ts';
import { editionContentSchema } from '#lib/record/edition.ts';
import { resolveAnchor } from '#lib/deck/anchor.ts';
import { seriesFormSchema } from '#lib/series/series-form.ts';
import type { Visitor } from '#lib/visitor.ts';
import { STRANGER } from '#lib/visitor.ts';
import { testDatabase } from '#e2e/harness/database.ts';
import type { TestDatabase } from '#e2e/harness/database.ts';
import { archivePage } from '#server/archive/archive-page.ts';
import { editionMarkdown } from '#server/archive/edition-markdown.ts';
import { recordPage } from '#server/archive/record-page.ts';
import { sealEdition, sealEditions } from '#server/archive/seal-editions.ts';
import { checksumOf } from '#server/archive/write-edition.ts';
import { bus, closeBus } from '#server/bus/open-bus.ts';
import { deckPage, templatePage } from '#server/decks/deck-page.ts';
import { readDeck } from '#server/decks/read-deck.ts';
import { startJobs } from '#server/jobs/jobs.ts';
import type { Jobs } from '#server/jobs/jobs.ts';
import { createSeries } from '#server/series/create-series.ts';
import { listSeries } from '#server/series/list-series.ts';
import { seriesPage } from '#server/series/series-page.ts';
import { PostgresStore } from '#server/store/postgres-store.ts';

import { callPage } from './call-page.ts';
import { endCall } from './end-call.ts';
import { livePage } from './live-page.ts';
import { nowPage } from './now-page.ts';
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

async function somebody(name: string): Promise<Visitor> {
  const { id } = await db.prisma.person.create({ data: { name, hue: 200 } });
  return { person: { id, name, hue: 200, admin: false, signedIn: true }, linkIds: [] };
}

/** A series of its own for one test, with Ada as host. */
async function harbour(audiences: Readonly<Record<string, string>> = {}) {
  const ada = await somebody('Ada');
  const form = seriesFormSchema.parse({ name: 'Harbour call', timeZone: 'Europe/Berlin', ...audiences });
  const { slug, id } = await createSeries(ada, form);
  return { ada, slug, id };
}

async function planned(audiences: Readonly<Record<string, string>> = {}) {
  const { ada, slug, id } = await harbour(audiences);
  const { callId } = await planCall(ada, slug, { date: '2026-12-03', time: '15:05', title: undefined });
  const deck = await db.prisma.deck.findFirstOrThrow({ where: { callId } });
  return { ada, slug, seriesId: id, callId, deckId: deck.id };
}

/** Types into a deck as a room would append it. */
async function type(deckId: string, text: string): Promise<string> {
  const { update, epoch } = await readDeck(deckId);
  const doc = createDeckDoc();
  Y.applyUpdate(doc, update);
  const before = Y.encodeStateVector(doc);
  deckText(doc).insert(deckText(doc).length, text);
  const data = Y.encodeStateAsUpdate(doc, before);
  const outcome = await new PostgresStore(() => db.prisma).append([
    { deckId, epoch, rows: [{ data, personId: null }] },
  ]);
  return outcome.get(deckId)?.type ?? 'none';
}

describe('planning a call', () => {
  it('gives it the address of its day and a deck from the template, with title and date', async () => {
    const { ada, slug } = await harbour();
    const plan = await planCall(ada, slug, { date: '2026-12-03', time: '15:05', title: 'Winter call' });
    expect(plan.address).toBe(`/${slug}/2026-12-03`);
    const view = await deckPage(ada, slug, '2026-12-03');
    expect(view.deck.text).toContain('# Winter call\n\n## 2026-12-03');
    expect(view.call?.when).toEqual({
      at: '2026-12-03T14:05:00.000Z',
      timeZone: 'Europe/Berlin',
      hasTime: true,
      date: '2026-12-03',
    });
    expect(view.may).toMatchObject({ writeDeck: true, start: true, end: false });
  });

  it('gives two calls of one day two addresses, also when they are planned at once', async () => {
    const { ada, slug } = await harbour();
    const form = { date: '2026-12-03', time: undefined, title: undefined };
    const plans = await Promise.all([planCall(ada, slug, form), planCall(ada, slug, form), planCall(ada, slug, form)]);
    expect(plans.map((plan) => plan.address).toSorted()).toEqual([
      `/${slug}/2026-12-03`,
      `/${slug}/2026-12-03-2`,
      `/${slug}/2026-12-03-3`,
    ]);
  });

  it('is for hosts', async () => {
    const { slug } = await harbour();
    const form = { date: '2026-12-03', time: undefined, title: undefined };
    await expect(planCall(await somebody('Eve'), slug, form)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(planCall(STRANGER, slug, form)).rejects.toMatchObject({ code: 'sign-in-first' });
  });
});

describe('a call', () => {
  it('is started once when two hosts press at the same moment', async () => {
    const { ada, slug, seriesId, callId } = await planned();
    const bea = await somebody('Bea');
    await db.prisma.membership.create({ data: { seriesId, personId: bea.person?.id ?? '', role: 'host' } });
    await Promise.all([startCall(ada, callId), startCall(bea, callId)]);
    expect(await db.prisma.auditEntry.count({ where: { callId, act: 'call.start' } })).toBe(1);
    const { live, call, may } = await livePage(STRANGER, slug, '2026-12-03');
    expect(call.state).toBe('live');
    expect(live).toMatchObject({ version: 1, position: null, blank: false });
    expect(['Ada', 'Bea']).toContain(live?.presenter?.name);
    expect(may).toMatchObject({ readLive: true, readDeck: false, end: false });
    expect((await nowPage(STRANGER, slug)).kind).toBe('live');
  });

  it('ends in a record that holds what was on its slides, once', async () => {
    const { ada, slug, callId, deckId } = await planned();
    await startCall(ada, callId);
    await type(deckId, '\n---\n\n# Pier team\n\n![](https://pads.example/uploads/lost.png)\n');
    const { text } = await readDeck(deckId);
    await Promise.all([endCall(ada, callId), endCall(ada, callId)]);
    expect(await db.prisma.auditEntry.count({ where: { callId, act: 'call.end' } })).toBe(1);
    const record = await recordPage(STRANGER, slug, '2026-12-03', null);
    expect(record.text).toBe(text);
    expect(record.sections.map((section) => section.title)).toContain('Pier team');
    expect(record.missingPictures).toEqual(['https://pads.example/uploads/lost.png']);
    expect(record.slides.at(-1)).toMatchObject({
      section: 'pier-team',
      key: '1',
      address: `/${slug}/2026-12-03/pier-team/1`,
    });
    expect(record.edition).toMatchObject({ number: 1, sealed: false, format: 1 });
    const { bytes, fileName } = await editionMarkdown(STRANGER, record.edition.id);
    expect(new TextDecoder().decode(bytes)).toBe(text);
    expect(fileName).toBe(`${slug}-2026-12-03.md`);
    const archive = await archivePage(STRANGER, slug);
    const summary = { call: { title: 'Harbour call' }, slides: record.slides.length, kind: 'slides', sealed: false };
    expect(archive.shown).toMatchObject([{ year: 2026, calls: [{ record: summary }] }]);
  });

  it('has an edition whose checksum can be computed again, and whose anchors lead into its deck', async () => {
    const { ada, callId, deckId } = await planned();
    await startCall(ada, callId);
    await endCall(ada, callId);
    const edition = await db.prisma.edition.findFirstOrThrow({
      where: { record: { callId } },
      include: { slides: true },
    });
    const content = editionContentSchema.parse(edition.content);
    expect(checksumOf({ format: edition.format, source: edition.source, presented: edition.presented, content })).toBe(
      edition.checksum,
    );
    expect(canonicalEdition({ ...edition, content }).length).toBeGreaterThan(edition.source.length * 2);
    const doc = createDeckDoc();
    Y.applyUpdate(doc, (await readDeck(deckId)).update);
    expect(content.slides.map((slide) => resolveAnchor(doc, slide.anchor ?? ''))).toEqual(
      content.slides.map((slide) => slide.from),
    );
    const found = await db.prisma
      .$queryRaw`SELECT key FROM search_slide WHERE edition_id = ${edition.id}::uuid AND search @@ to_tsquery('english', 'announcement')`;
    expect(found).toHaveLength(1);
  });

  it('takes no more text once it has ended', async () => {
    const { ada, slug, callId, deckId } = await planned();
    await startCall(ada, callId);
    await endCall(ada, callId);
    expect(await type(deckId, 'late')).toBe('frozen');
    const view = await deckPage(ada, slug, '2026-12-03');
    expect(view.deck.frozen).toBe(true);
    expect(view.may).toMatchObject({ writeDeck: false, present: false, resume: true });
    await expect(startCall(ada, callId)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('can be resumed for fifteen minutes, and ends again in a new first edition', async () => {
    const { ada, slug, callId, deckId } = await planned();
    await startCall(ada, callId);
    await endCall(ada, callId);
    const [first] = (await recordPage(ada, slug, '2026-12-03', null)).editions;
    await Promise.all([resumeCall(ada, callId), resumeCall(ada, callId)]);
    expect(await db.prisma.auditEntry.count({ where: { callId, act: 'call.resume' } })).toBe(1);
    await expect(recordPage(ada, slug, '2026-12-03', null)).rejects.toMatchObject({ code: 'not-found' });
    expect((await livePage(STRANGER, slug, '2026-12-03')).live).toMatchObject({ version: 2 });
    expect(await type(deckId, 'once more')).toBe('appended');
    await endCall(ada, callId);
    const record = await recordPage(ada, slug, '2026-12-03', null);
    expect(record.text).toContain('once more');
    expect(record.editions).toHaveLength(1);
    expect(record.edition.id).not.toBe(first?.id);
    expect(await sealEdition(first?.id ?? '', new Date('2030-01-01'))).toBe(false);
  });

  it('is sealed after that, for good', async () => {
    const { ada, slug, callId } = await planned();
    await startCall(ada, callId);
    await endCall(ada, callId);
    const { edition } = await recordPage(ada, slug, '2026-12-03', null);
    expect(await sealEdition(edition.id)).toBe(false);
    const later = new Date(Date.parse(edition.sealsAt) + 1);
    expect(await sealEditions(later)).toBeGreaterThanOrEqual(1);
    expect(await sealEdition(edition.id, later)).toBe(false);
    expect(await db.prisma.auditEntry.count({ where: { callId, act: 'record.seal' } })).toBe(1);
    const record = await recordPage(ada, slug, '2026-12-03', null);
    expect(record.edition.sealed).toBe(true);
    expect(record.resumableUntil).toBeNull();
    await expect(resumeCall(ada, callId)).rejects.toMatchObject({ code: 'conflict' });
    await expect(
      db.prisma.edition.update({ where: { id: edition.id }, data: { presented: new Uint8Array() } }),
    ).rejects.toThrow(/sealed/);
    await expect(db.prisma.edition.delete({ where: { id: edition.id } })).rejects.toThrow(/sealed/);
    await expect(db.prisma.editionSlide.deleteMany({ where: { editionId: edition.id } })).rejects.toThrow(/sealed/);
  });

  it('is ended by a host or by whoever presents, and by nobody else', async () => {
    const { ada, seriesId, callId } = await planned();
    const [fay, eve] = [await somebody('Fay'), await somebody('Eve')];
    await db.prisma.membership.create({ data: { seriesId, personId: fay.person?.id ?? '', role: 'writer' } });
    await startCall(ada, callId);
    await expect(endCall(eve, callId)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(endCall(fay, callId)).rejects.toMatchObject({ code: 'not-allowed' });
    const { state } = await db.prisma.liveState.findUniqueOrThrow({ where: { callId } });
    await db.prisma.liveState.update({
      where: { callId },
      data: { state: { ...Object(state), presenter: { personId: fay.person?.id, name: 'Fay' } } },
    });
    await endCall(fay, callId);
    expect(await db.prisma.record.count({ where: { callId } })).toBe(1);
  });
});

describe('outsiders', () => {
  it('find nothing of a closed series, by any address', async () => {
    const closed = { readDecks: 'members', readLive: 'members', readRecords: 'members' };
    const { ada, slug, callId } = await planned(closed);
    await startCall(ada, callId);
    await endCall(ada, callId);
    const { edition } = await recordPage(ada, slug, '2026-12-03', null);
    for (const visitor of [STRANGER, await somebody('Eve')]) {
      const asks = [
        () => seriesPage(visitor, slug),
        () => archivePage(visitor, slug),
        () => nowPage(visitor, slug),
        () => callPage(visitor, slug, '2026-12-03'),
        () => callPage(visitor, slug, '2026-12-03@1'),
        () => deckPage(visitor, slug, '2026-12-03'),
        () => livePage(visitor, slug, '2026-12-03'),
        () => templatePage(visitor, slug),
        () => editionMarkdown(visitor, edition.id),
        () => startCall(visitor, callId),
        () => endCall(visitor, callId),
        () => resumeCall(visitor, callId),
      ];
      for (const ask of asks)
        await expect(ask()).rejects.toMatchObject({
          code: 'not-found',
          message: 'There is nothing here, or it is not open to you.',
        });
      const home = await listSeries(visitor);
      expect(home.series.filter((one) => one.series.slug === slug)).toEqual([]);
    }
    const missing = await recordPage(ada, slug, '2026-12-10', null).catch((error: unknown) => error);
    expect(missing).toMatchObject({ code: 'not-found', message: 'There is nothing here, or it is not open to you.' });
  });

  it('see the board of an open series without its deck, and the deck only to sign in for', async () => {
    const { slug } = await planned();
    const page = await callPage(STRANGER, slug, '2026-12-03');
    expect(page).toMatchObject({
      kind: 'board',
      board: { deck: null, may: { readDeck: false, writeDeck: false, start: false } },
    });
    await expect(deckPage(STRANGER, slug, '2026-12-03')).rejects.toMatchObject({ code: 'sign-in-first' });
    expect(await nowPage(STRANGER, slug)).toMatchObject({
      kind: 'waiting',
      next: { address: '2026-12-03' },
      lastRecord: null,
    });
    expect((await livePage(STRANGER, slug, '2026-12-03')).deck.text).toBe('');
    expect((await seriesPage(STRANGER, slug)).template).toBeNull();
  });
});
