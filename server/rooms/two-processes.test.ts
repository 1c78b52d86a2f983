import { firstLiveState } from '#lib/live/live-state.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { testRedis, type TestRedis } from '#e2e/harness/redis.ts';
import { openPage } from '#e2e/harness/sync-client.ts';
import { memoryLiveRows, startSyncServer } from '#e2e/harness/sync-server.ts';
import { anchorAt } from '#lib/deck/anchor.ts';
import { readDeckText } from '#lib/deck/deck-doc.ts';
import type { DeckConnection } from '#lib/sync/deck-connection.ts';
import { RedisBus } from '#server/bus/redis-bus.ts';
import { flushDeck } from '#server/decks/flush-deck.ts';
import { foldDeck } from '#server/store/fold-deck.ts';
import { MemoryStore } from '#server/store/memory-store.ts';

// Polling is as good as off: what arrives, arrives by rings.
const NEVER_MS = 600_000;

let redis: TestRedis;
beforeAll(async () => {
  redis = await testRedis();
});
afterAll(() => redis.close());

let store: MemoryStore;
let live: ReturnType<typeof memoryLiveRows>;
const buses: RedisBus[] = [];
const ends: (() => unknown)[] = [];
beforeEach(() => {
  store = new MemoryStore();
  store.put('deck', { callId: 'call' });
  live = memoryLiveRows();
});
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
  buses.length = 0;
});

/** A page at a process of its own; all processes share the log and the live rows. */
async function pageAtOwnProcess(name: string): Promise<DeckConnection> {
  const bus = new RedisBus(redis.url, `two-processes-${expect.getState().currentTestName}`);
  await bus.listening();
  buses.push(bus);
  const server = await startSyncServer({
    store,
    bus,
    rights: { Ada: 'present', Bo: 'write' },
    liveRows: live,
    pollMs: NEVER_MS,
  });
  const page = openPage(name, server.address, 'deck');
  ends.push(
    () => bus.close(),
    () => server.close(),
    () => page.destroy(),
  );
  await vi.waitFor(() => expect(page.ready.getSnapshot()).toBe(true));
  return page;
}

const saved = (page: DeckConnection) =>
  vi.waitFor(() => expect(page.status.getSnapshot()).toMatchObject({ type: 'live', saved: true }));

describe('two processes with Redis', () => {
  it('write one deck together, and see who is there', async () => {
    const [ada, bo] = [await pageAtOwnProcess('Ada'), await pageAtOwnProcess('Bo')];
    for (let round = 0; round < 20; round += 1) {
      ada.text.insert(0, `a${round} `);
      if (round % 3 === 0) await saved(ada);
      bo.text.insert(bo.text.length, `b${round} `);
      if (round % 5 === 4) bo.text.delete(0, 1);
    }
    await Promise.all([saved(ada), saved(bo)]);
    await vi.waitFor(() => expect(ada.text.toString()).toBe(bo.text.toString()));
    const folded = await foldDeck(store, 'deck');
    expect(folded === null ? '' : readDeckText(folded.doc)).toBe(ada.text.toString());
    await vi.waitFor(() => expect(ada.people.getSnapshot().map(({ name }) => name)).toEqual(['Ada', 'Bo']));
    bo.destroy();
    await vi.waitFor(() => expect(ada.people.getSnapshot().map(({ name }) => name)).toEqual(['Ada']));
  });

  it('follow one presenter, on text that is already there', async () => {
    const [ada, bo] = [await pageAtOwnProcess('Ada'), await pageAtOwnProcess('Bo')];
    live.state = firstLiveState(new Date().toISOString());
    buses[0]?.publish('deck.state', { deckId: 'deck' });
    await vi.waitFor(() => expect([ada, bo].every((page) => page.live.getSnapshot() !== null)).toBe(true));
    ada.text.insert(0, '# One\n\n---\n\n# Two\n');
    ada.request({ type: 'move', slide: { anchor: anchorAt(ada.doc, 7), hash: '' }, fragment: -1 });
    await vi.waitFor(() => expect(bo.live.getSnapshot()?.position).toMatchObject({ slide: 1, heading: 'Two' }));
    expect(bo.text.toString()).toBe('# One\n\n---\n\n# Two\n');
  });

  it('flush a deck wherever its words are', async () => {
    const [ada, bo] = [await pageAtOwnProcess('Ada'), await pageAtOwnProcess('Bo')];
    ada.text.insert(0, 'mine ');
    bo.text.insert(0, 'yours ');
    await Promise.all([saved(ada), saved(bo)]);
    const line = new RedisBus(redis.url, `two-processes-${expect.getState().currentTestName}`);
    await line.listening();
    await flushDeck('deck', line);
    await line.close();
    const folded = await foldDeck(store, 'deck');
    expect(folded === null ? '' : readDeckText(folded.doc).split(' ').toSorted()).toEqual(['', 'mine', 'yours']);
  });
});
