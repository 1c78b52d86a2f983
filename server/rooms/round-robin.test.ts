import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { newDeck, testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { testRedis, type TestRedis } from '#e2e/harness/redis.ts';
import { roundRobin } from '#e2e/harness/round-robin.ts';
import { startSyncChild, type SyncChild } from '#e2e/harness/sync-child.ts';
import { openPage } from '#e2e/harness/sync-client.ts';
import type { DeckConnection } from '#lib/sync/deck-connection.ts';
import { readDeck } from '#server/decks/read-deck.ts';

let postgres: TestDatabase;
let redis: TestRedis;
beforeAll(async () => {
  [postgres, redis] = await Promise.all([testDatabase(), testRedis()]);
});
afterAll(() => Promise.all([postgres.close(), redis.close()]));

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

async function start(port = '0'): Promise<SyncChild> {
  const started = await startSyncChild({ DATABASE_URL: postgres.url, REDIS_URL: redis.url, PORT: port });
  ends.push(() => started.child.kill('SIGKILL'));
  return started;
}

const portOf = ({ address }: SyncChild): string => new URL(address).port;
const saved = (page: DeckConnection) =>
  vi.waitFor(() => expect(page.status.getSnapshot()).toMatchObject({ type: 'live', saved: true }), { timeout: 20_000 });

it('two processes behind a proxy without sticky sessions serve one deck, and one may be killed, the other restarted', async () => {
  const deckId = await newDeck();
  const processes = await Promise.all([start(), start()]);
  const proxy = await roundRobin(processes.map((one) => Number(portOf(one))));
  ends.push(() => proxy.close());
  const address = `ws://127.0.0.1:${proxy.port}/sync`;
  const names = ['Ada', 'Bo', 'Cy', 'Dee'];
  const pages = names.map((name) => openPage(name, address, deckId));
  ends.push(() => pages.forEach((page) => page.destroy()));
  await Promise.all(pages.map(saved));
  expect(proxy.given).toEqual([2, 2]);
  await vi.waitFor(
    () =>
      expect(
        pages[0]?.people
          .getSnapshot()
          .map(({ name }) => name)
          .toSorted(),
      ).toEqual(names),
    { timeout: 20_000 },
  );
  const typed: string[] = [];
  const timer = setInterval(() => {
    for (const [index, page] of pages.entries()) {
      typed.push(`${names[index]}${typed.length}`);
      page.text.insert(index % 2 === 0 ? 0 : page.text.length, `${typed.at(-1)}\n`);
    }
  }, 60);
  ends.push(() => clearInterval(timer));
  await vi.waitFor(() => expect(typed.length).toBeGreaterThan(60), { timeout: 20_000 });
  const [first, second] = processes;
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  await vi.waitFor(() => expect(typed.length).toBeGreaterThan(120), { timeout: 20_000 });
  await start(portOf(first));
  second.child.kill('SIGTERM');
  await once(second.child, 'exit');
  await vi.waitFor(() => expect(typed.length).toBeGreaterThan(180), { timeout: 20_000 });
  clearInterval(timer);
  await Promise.all(pages.map(saved));
  const { text } = await readDeck(deckId);
  expect(text.split('\n').filter(Boolean).toSorted()).toEqual(typed.toSorted());
  await vi.waitFor(() => expect(pages.map((page) => page.text.toString())).toEqual(pages.map(() => text)), {
    timeout: 20_000,
  });
}, 90_000);
