import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { testRedis, type TestRedis } from '#e2e/harness/redis.ts';
import { idOf, startSyncServer, type Rights } from '#e2e/harness/sync-server.ts';
import { CLOSE } from '#lib/sync/close-codes.ts';
import { RedisBus } from '#server/bus/redis-bus.ts';
import { MemoryStore } from '#server/store/memory-store.ts';

let redis: TestRedis;
beforeAll(async () => {
  redis = await testRedis();
});
afterAll(() => redis.close());

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

async function busOfTest(): Promise<RedisBus> {
  const bus = new RedisBus(redis.url, `access-${expect.getState().currentTestName}`);
  ends.push(() => bus.close());
  await bus.listening();
  return bus;
}

const changes: readonly (readonly [string, Rights, object, number])[] = [
  ['whose role is lowered comes back with less', { Bo: 'read' }, { personId: idOf('Bo') }, CLOSE.comeBack],
  ['who is removed is sent away', { Bo: 'none' }, { seriesId: 'series', personId: idOf('Bo') }, CLOSE.notAllowed],
  ['whose link is revoked is sent away', { Bo: 'none' }, { seriesId: 'series', linkId: 'a' }, CLOSE.notAllowed],
  ['who signs out is asked to sign in', { Bo: 'signed-out' }, { personId: idOf('Bo') }, CLOSE.signInFirst],
  [
    'who signs out of a public deck is nobody there',
    { Bo: 'signed-out', '': 'read' },
    { personId: idOf('Bo') },
    CLOSE.comeBack,
  ],
];

it.each(changes)('at every process, %s', async (_what, change, ring, code) => {
  const rights: Rights = { Ada: 'write', Bo: 'write' };
  const store = new MemoryStore();
  store.put('deck');
  const here = await busOfTest();
  const server = await startSyncServer({ store, bus: await busOfTest(), rights });
  ends.push(() => server.close());
  const origin = new URL(server.address).origin.replace(/^ws/, 'http');
  const open = async (name: string): Promise<WebSocket> => {
    const socket = new WebSocket(`${server.address}/deck`, { headers: { origin, cookie: `name=${name}` } });
    ends.push(() => socket.terminate());
    await once(socket, 'message');
    return socket;
  };
  const [ada, bo] = [await open('Ada'), await open('Bo')];
  const closed = once(bo, 'close');
  Object.assign(rights, change);
  // Another process changed it: this one only hears of it.
  here.publish('access.changed', ring);
  const [got] = await closed;
  expect(got).toBe(code);
  expect(ada.readyState).toBe(WebSocket.OPEN);
});
