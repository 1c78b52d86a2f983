import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { testRedis, type TestRedis } from '#e2e/harness/redis.ts';
import { openPage } from '#e2e/harness/sync-client.ts';
import { startSyncServer } from '#e2e/harness/sync-server.ts';
import type { DeckConnection } from '#lib/sync/deck-connection.ts';
import { RedisBus } from '#server/bus/redis-bus.ts';
import { MemoryStore } from '#server/store/memory-store.ts';

const OPS = `# Team Ops\n\n${'- New status page\n'.repeat(12)}\n---\n\n`;
const DOCS = `# SIG Docs\n\n${'- A guide for everybody\n'.repeat(20)}`;

let redis: TestRedis;
beforeAll(async () => {
  redis = await testRedis();
});
afterAll(() => redis.close());

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

/** A process among several on one log; pages of it are opened by name. */
async function startProcess(store: MemoryStore) {
  const bus = new RedisBus(redis.url, 'deletion-alarm');
  await bus.listening();
  const rights = { Ada: 'write', Bo: 'write', Cy: 'read' } as const;
  const server = await startSyncServer({ store, bus, rights, pollMs: 600_000 });
  ends.push(
    () => bus.close(),
    () => server.close(),
  );
  return async (name: keyof typeof rights): Promise<DeckConnection> => {
    const page = openPage(name, server.address, 'deck');
    ends.push(() => page.destroy());
    await vi.waitFor(() => expect(page.ready.getSnapshot()).toBe(true));
    return page;
  };
}

it('tells everybody who writes, in every process, after the text and when it is in the log', async () => {
  const store = new MemoryStore();
  store.put('deck', { callId: 'call' });
  const [here, there] = [await startProcess(store), await startProcess(store)];
  const [ada, cy, bo] = [await here('Ada'), await here('Cy'), await there('Bo')];
  const seen = vi.fn<(text: string, head: number | undefined) => void>();
  const heads = async () => (await store.heads(['deck'])).get('deck')?.seq;
  bo.largeDeletion.subscribe(() => {
    const text = bo.text.toString();
    void heads().then((head) => seen(text, head));
  });
  ada.text.insert(0, OPS + DOCS);
  await vi.waitFor(() => expect([cy, bo].map(({ text }) => text.toString())).toEqual([OPS + DOCS, OPS + DOCS]));
  expect(ada.largeDeletion.getSnapshot()).toBeNull();

  ada.text.delete(0, OPS.length + DOCS.length);
  const whole = { code: 'large-deletion', section: null, seq: 2 };
  await vi.waitFor(() => expect(bo.largeDeletion.getSnapshot()).toEqual({ ...whole, by: 'Ada' }));
  await vi.waitFor(() => expect(ada.largeDeletion.getSnapshot()).toEqual({ ...whole, by: null }));
  await vi.waitFor(() => expect(seen).toHaveBeenCalledWith('', 2));

  // Who only reads is told nothing: what comes after has come, and nothing before it.
  ada.text.insert(0, 'gone');
  await vi.waitFor(() => expect(cy.text.toString()).toBe('gone'));
  expect(cy.largeDeletion.getSnapshot()).toBeNull();
});
