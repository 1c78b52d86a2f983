import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { memorySectionRows } from '#e2e/harness/memory-section-rows.ts';
import { testRedis, type TestRedis } from '#e2e/harness/redis.ts';
import { openPage } from '#e2e/harness/sync-client.ts';
import { startSyncServer } from '#e2e/harness/sync-server.ts';
import { seedUpdate } from '#lib/deck/deck-doc.ts';
import type { SectionRow } from '#lib/sections/running-order.ts';
import type { DeckConnection } from '#lib/sync/deck-connection.ts';
import { RedisBus } from '#server/bus/redis-bus.ts';
import type { SectionRows } from '#server/sections/section-rows.ts';
import { MemoryStore } from '#server/store/memory-store.ts';

const DECK = '# Welcome\n\nhello\n\n---\n\n# Team Ops\n\n- lamps\n';

let redis: TestRedis;
beforeAll(async () => {
  redis = await testRedis();
});
afterAll(() => redis.close());

let store: MemoryStore;
let rows: SectionRows;
const ends: (() => unknown)[] = [];
beforeEach(async () => {
  store = new MemoryStore();
  store.put('deck', { callId: 'call' });
  await store.append([
    { deckId: 'deck', epoch: 1, rows: [{ data: seedUpdate(DECK) ?? new Uint8Array(), personId: null }] },
  ]);
  rows = memorySectionRows();
});
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

/** A page at a process of its own; all processes share the log and the sections' rows. */
async function pageAtOwnProcess(name: string): Promise<{ readonly page: DeckConnection; readonly bus: RedisBus }> {
  const bus = new RedisBus(redis.url, `room-sections-${expect.getState().currentTestName}`);
  await bus.listening();
  const server = await startSyncServer({ store, bus, rights: { Ada: 'write', Bo: 'write' }, sectionRows: rows });
  const page = openPage(name, server.address, 'deck');
  ends.push(
    () => bus.close(),
    () => server.close(),
    () => page.destroy(),
  );
  await vi.waitFor(() => expect(page.ready.getSnapshot()).toBe(true));
  return { page, bus };
}

const sectionsOf = (page: DeckConnection): readonly SectionRow[] => page.order.getSnapshot()?.sections ?? [];
const titles = (page: DeckConnection) => sectionsOf(page).map(({ title }) => title);
const statusOf = (page: DeckConnection, title: string) =>
  sectionsOf(page).find((section) => section.title === title)?.status;

describe('at two processes, the sections of a deck', () => {
  it('have one row each, whoever opens it first', async () => {
    const [{ page: ada }, { page: bo }] = await Promise.all([pageAtOwnProcess('Ada'), pageAtOwnProcess('Bo')]);
    for (const page of [ada, bo]) await vi.waitFor(() => expect(titles(page)).toEqual(['Welcome', 'Team Ops']));
    expect(sectionsOf(ada).map(({ id }) => id)).toEqual(sectionsOf(bo).map(({ id }) => id));
  });

  it('become drafts by the first key of a person, and have a new one when somebody makes one', async () => {
    const [{ page: ada }, { page: bo }] = await Promise.all([pageAtOwnProcess('Ada'), pageAtOwnProcess('Bo')]);
    await vi.waitFor(() => expect(titles(bo)).toHaveLength(2));
    ada.text.insert(DECK.indexOf('lamps'), 'new ');
    for (const page of [ada, bo]) await vi.waitFor(() => expect(statusOf(page, 'Team Ops')).toBe('draft'));
    expect(statusOf(bo, 'Welcome')).toBe('empty');
    bo.text.insert(bo.text.length, '\n---\n\n# Events\n');
    for (const page of [ada, bo])
      await vi.waitFor(() => expect(titles(page)).toEqual(['Welcome', 'Team Ops', 'Events']));
  });

  it('are read again when their rows were changed elsewhere', async () => {
    const [{ page: ada }, { page: bo, bus }] = await Promise.all([pageAtOwnProcess('Ada'), pageAtOwnProcess('Bo')]);
    for (const page of [ada, bo]) await vi.waitFor(() => expect(titles(page)).toHaveLength(2));
    const stored = await rows.load({ deckId: 'deck', seriesId: 'series' });
    const changed = stored.sections.map((section) => ({ ...section, status: 'ready' as const }));
    vi.spyOn(rows, 'load').mockResolvedValue({ ...stored, sections: changed });
    bus.publish('order.changed', { seriesId: 'series', deckId: 'deck' });
    for (const page of [ada, bo]) await vi.waitFor(() => expect(statusOf(page, 'Welcome')).toBe('ready'));
  });

  it('are no drafts when they are only moved', async () => {
    const { page } = await pageAtOwnProcess('Ada');
    await vi.waitFor(() => expect(titles(page)).toHaveLength(2));
    page.doc.transact(() => {
      page.text.delete(0, DECK.indexOf('# Team Ops'));
      page.text.insert(page.text.length, '\n---\n\n# Welcome\n\nhello\n');
    });
    await vi.waitFor(() => expect(titles(page)).toEqual(['Team Ops', 'Welcome']), { timeout: 10_000 });
    expect([statusOf(page, 'Welcome'), statusOf(page, 'Team Ops')]).toEqual(['empty', 'empty']);
  });
});
