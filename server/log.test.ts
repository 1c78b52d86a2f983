import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { newDeck, testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { TcpProxy } from '#e2e/harness/tcp-proxy.ts';
import { startSyncChild } from '#e2e/harness/sync-child.ts';
import { openPage } from '#e2e/harness/sync-client.ts';
import { encodeAwareness } from '#lib/sync/awareness-update.ts';
import { encodeFrame } from '#lib/sync/frames.ts';

const MARKER = 'Heron-on-the-quay-8417';

let postgres: TestDatabase;
beforeAll(async () => {
  postgres = await testDatabase();
});
afterAll(() => postgres.close());

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

it('is one JSON object a line and holds no word of a deck, whatever goes wrong', async () => {
  const deckId = await newDeck(`# ${MARKER}\n`);
  const wire = await TcpProxy.open(Number(new URL(postgres.url).port));
  const { address, child, output } = await startSyncChild({ DATABASE_URL: wire.lead(postgres.url) });
  const ada = openPage('Ada', address, deckId);
  ends.push(
    () => wire.close(),
    () => child.kill('SIGKILL'),
    () => ada.destroy(),
  );
  await vi.waitFor(() => expect(ada.ready.getSnapshot()).toBe(true), { timeout: 10_000 });
  const origin = new URL(address).origin.replace(/^ws/, 'http');
  const bytes = new TextEncoder().encode(MARKER);
  const bad: readonly (Uint8Array | string)[] = [
    MARKER,
    encodeFrame.update(bytes),
    encodeFrame.awareness(encodeAwareness([{ clientId: 1, clock: 1, state: `${MARKER} is no JSON` }])),
    // A live request that is none: type 103, then JSON of another shape.
    Uint8Array.of(103, bytes.length + 2, 34, ...bytes, 34),
  ];
  for (const message of bad) {
    const socket = new WebSocket(`${address}/${deckId}`, { headers: { origin, cookie: 'name=Bo' } });
    await once(socket, 'message');
    socket.send(message);
    await once(socket, 'close');
  }
  ada.text.insert(0, `${MARKER} `);
  await wire.close();
  ada.text.insert(0, `${MARKER} `);
  await vi.waitFor(() => expect(output()).toContain('could not be saved'), { timeout: 10_000 });
  const lines = output().trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(4);
  for (const line of lines)
    expect(JSON.parse(line)).toMatchObject({ level: expect.any(String), message: expect.any(String) });
  for (const form of [
    MARKER,
    Buffer.from(MARKER).toString('hex'),
    MARKER.slice(0, 8),
    Buffer.from(MARKER).toString('base64').slice(4, 20),
  ])
    expect(output()).not.toContain(form);
}, 60_000);
