import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { openPage } from '#e2e/harness/sync-client.ts';
import { startSyncServer } from '#e2e/harness/sync-server.ts';
import { CLOSE } from '#lib/sync/close-codes.ts';
import { ProcessBus } from '#server/bus/process-bus.ts';
import { openMetrics } from '#server/metrics/meters.ts';
import { MemoryStore } from '#server/store/memory-store.ts';
import { serveMetrics } from './serve-metrics.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

async function serve(read: () => string, token: string | null = null) {
  const server = createServer((request, response) => serveMetrics(request, response, { token, read }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ends.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  return async (headers: Record<string, string> = {}, method = 'GET') => {
    const response = await fetch(`http://127.0.0.1:${port}/api/metrics`, { headers, method });
    return { status: response.status, text: await response.text() };
  };
}

it('is there for the machine itself and for the token, and for nobody whom a proxy asks for', async () => {
  const closed = await serve(() => 'figures');
  expect(await closed()).toEqual({ status: 200, text: 'figures' });
  expect((await closed({ 'x-forwarded-for': '192.0.2.1' })).status).toBe(404);
  expect((await closed({}, 'POST')).status).toBe(404);
  const open = await serve(() => 'figures', 'a-token-of-some-length');
  const outside = { 'x-forwarded-for': '192.0.2.1' };
  expect((await open({ ...outside, authorization: 'Bearer a-token-of-some-length' })).status).toBe(200);
  expect((await open({ ...outside, authorization: 'Bearer another-token' })).status).toBe(404);
  expect((await open({ ...outside, authorization: 'Bearer ' })).status).toBe(404);
});

it('says what the rooms do, in the format of Prometheus', async () => {
  const store = new MemoryStore();
  store.put('deck');
  const bus = new ProcessBus(`metrics-${randomUUID()}`);
  const server = await startSyncServer({ store, bus, rights: { Ada: 'write', Bo: 'write' } });
  ends.push(
    () => bus.close(),
    () => server.close(),
  );
  const get = await serve(openMetrics(() => ({ ...server.rooms.figures(), sockets: 2 })));
  const read = async () => {
    const { text } = await get();
    const lines = text.trimEnd().split('\n');
    for (const line of lines) expect(line).toMatch(/^(?:# (?:HELP|TYPE) \w+ .+|\w+(?:\{\w+="[^"]*"\})? [\d.e+-]+)$/);
    return (name: string) => Number(lines.find((line) => line.startsWith(`${name} `))?.split(' ')[1] ?? 0);
  };
  const before = await read();
  const [ada, bo, eve] = ['Ada', 'Bo', 'Eve'].map((name) => openPage(name, server.address, 'deck'));
  ends.push(() => [ada, bo, eve].forEach((page) => page?.destroy()));
  await vi.waitFor(() => expect(bo?.ready.getSnapshot()).toBe(true));
  ada?.text.insert(0, 'counted');
  await vi.waitFor(() => expect(bo?.text.toString()).toBe('counted'));
  await vi.waitFor(() => expect(ada?.status.getSnapshot()).toMatchObject({ saved: true }));
  await vi.waitFor(() => expect(eve?.status.getSnapshot()).toMatchObject({ code: CLOSE.notAllowed }));
  const after = await read();
  expect(['plenum_rooms', 'plenum_members', 'plenum_unsaved_rooms', 'plenum_backlog_bytes'].map(after)).toEqual([
    1, 2, 0, 0,
  ]);
  const grown = (name: string) => after(name) - before(name);
  expect(grown('plenum_room_loads_total')).toBe(1);
  expect(grown('plenum_commit_seconds_count')).toBeGreaterThan(0);
  expect(grown('plenum_commit_seconds_bucket{le="+Inf"}')).toBe(grown('plenum_commit_seconds_count'));
  expect(grown(`plenum_refusals_total{code="${CLOSE.notAllowed}"}`)).toBe(1);
  expect(grown('plenum_received_bytes_total')).toBeGreaterThan(10);
  expect(grown('plenum_sent_bytes_total')).toBeGreaterThan(10);
  expect(after('process_resident_memory_bytes')).toBeGreaterThan(1_000_000);
});
