import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import * as decoding from 'lib0/decoding';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { openPage } from '#e2e/harness/sync-client.ts';
import { startSyncServer, type Rights, type SyncServer } from '#e2e/harness/sync-server.ts';
import { createDeckDoc, readDeckText } from '#lib/deck/deck-doc.ts';
import { encodeFrame, FRAME, SYNC } from '#lib/sync/frames.ts';
import { ProcessBus } from '#server/bus/process-bus.ts';
import { MemoryStore } from '#server/store/memory-store.ts';

let store: MemoryStore;
let bus: ProcessBus;
let server: SyncServer;
const rights: Rights = { Ada: 'write', Bo: 'write', Cy: 'read', Dee: 'audience' };
const ends: (() => unknown)[] = [];
beforeEach(async () => {
  store = new MemoryStore();
  store.put('deck');
  bus = new ProcessBus(`fan-out-${randomUUID()}`);
  server = await startSyncServer({ store, bus, rights });
});
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
  await server.close();
  await bus.close();
});

/** A person's bare socket, the text that it has heard, and in how many frames. */
async function listen(name: string) {
  const origin = new URL(server.address).origin.replace(/^ws/, 'http');
  const socket = new WebSocket(`${server.address}/deck`, { headers: { origin, cookie: `name=${name}` } });
  ends.push(() => socket.terminate());
  const doc = createDeckDoc();
  const heard = { frames: 0, text: () => readDeckText(doc) };
  socket.on('message', (data: Buffer) => {
    if (data[0] !== FRAME.sync || data[1] === SYNC.step1) return;
    heard.frames += 1;
    Y.applyUpdate(doc, decoding.readVarUint8Array(decoding.createDecoder(data.subarray(2))));
  });
  await once(socket, 'message');
  socket.send(encodeFrame.step1(Y.encodeStateVector(doc)));
  await vi.waitFor(() => expect(heard.frames).toBe(1));
  heard.frames = 0;
  return heard;
}

describe('edits in a rush', () => {
  it('reach who writes at once, and who reads in fewer frames, all of them', async () => {
    const ada = openPage('Ada', server.address, 'deck');
    ends.push(() => ada.destroy());
    const [bo, cy, dee] = [await listen('Bo'), await listen('Cy'), await listen('Dee')];
    await vi.waitFor(() => expect(ada.ready.getSnapshot()).toBe(true));
    const began = performance.now();
    // The keys are what is measured: their pace is given, nothing is waited for.
    for (let key = 0; key < 100; key += 1) {
      ada.text.insert(key, 'k');
      await pause(8);
    }
    const whole = ada.text.toString();
    await vi.waitFor(() => expect([bo, cy, dee].map((one) => one.text())).toEqual([whole, whole, whole]));
    const most = (performance.now() - began) / 75 + 2;
    expect(cy.frames).toBeLessThanOrEqual(most);
    expect(dee.frames).toBeLessThanOrEqual(most);
    expect(bo.frames).toBeGreaterThan(cy.frames);
  });
});
