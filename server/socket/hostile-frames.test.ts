import { randomUUID } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { chance } from '#e2e/harness/chance.ts';
import { startSyncServer, type SyncServer } from '#e2e/harness/sync-server.ts';
import { hostileFrames } from '#e2e/sync/hostile-frames.ts';
import { typeWord } from '#e2e/sync/typist.ts';
import { WireTypist } from '#e2e/sync/wire-typist.ts';
import { createDeckDoc, deckText, readDeckText } from '#lib/deck/deck-doc.ts';
import { encodeFrame, FRAME, SYNC } from '#lib/sync/frames.ts';
import { CLOSE } from '#lib/sync/close-codes.ts';
import { ProcessBus } from '#server/bus/process-bus.ts';
import { foldDeck } from '#server/store/fold-deck.ts';
import { MemoryStore } from '#server/store/memory-store.ts';

let store: MemoryStore;
let server: SyncServer;
const ends: (() => unknown)[] = [];
beforeEach(async () => {
  store = new MemoryStore();
  store.put('deck');
  const bus = new ProcessBus(`hostile-${randomUUID()}`);
  server = await startSyncServer({ store, bus, rights: { Ada: 'write', Mal: 'write' }, pollMs: 50 });
  ends.push(
    () => bus.close(),
    () => server.close(),
  );
});
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

/** Somebody who means harm: a socket that has sent these frames and a barrier, and what it heard. */
async function send(...frames: readonly Uint8Array[]) {
  const origin = new URL(server.address).origin.replace(/^ws/, 'http');
  const socket = new WebSocket(`${server.address}/deck`, { headers: { origin, cookie: 'name=Mal' } });
  ends.push(() => socket.terminate());
  const heard: Uint8Array[] = [];
  let code: number | null = null;
  socket.on('message', (frame: Buffer) => heard.push(frame));
  socket.on('close', (closed) => (code = closed));
  socket.on('open', () => {
    // Answers the first question honestly, so that a second one can only be about what it sent.
    const nothing = encodeFrame.step2(Y.encodeStateAsUpdate(new Y.Doc()));
    for (const frame of [nothing, ...frames, encodeFrame.barrier(1)]) socket.send(frame);
  });
  return {
    code: () => code,
    /** Refused, promised, or asked for what is missing: one question comes first of all, the second is for that. */
    handled: () =>
      code !== null ||
      heard.filter(([type, step]) => type === FRAME.barrier || (type === FRAME.sync && step === SYNC.step1)).length > 1,
    promised: () => heard.some((frame) => frame[0] === FRAME.barrier),
  };
}

async function honest(): Promise<WireTypist> {
  const ada = new WireTypist('Ada', server.address, 'deck');
  ends.push(() => ada.close());
  await vi.waitUntil(() => ada.ready, { timeout: 5_000 });
  return ada;
}

const stored = async (): Promise<string> => {
  const folded = await foldDeck(store, 'deck');
  return folded === null ? '' : readDeckText(folded.doc);
};

describe('frames that nobody honest sends', () => {
  it.each(Object.entries(hostileFrames))('%s: cost their sender the socket at most', async (name, make) => {
    const pick = chance(20261126);
    const ada = await honest();
    for (let round = 0; round < (name.startsWith('a million') ? 2 : 30); round += 1) {
      const mal = await send(make(pick));
      typeWord(ada, pick);
      await vi.waitUntil(() => mal.handled(), { timeout: 10_000, interval: 5 });
    }
    await vi.waitUntil(() => ada.settled, { timeout: 5_000 });
    // What she typed is safe before what others typed has come to her.
    await vi.waitFor(async () => expect(await stored()).toBe(ada.text.toString()), { timeout: 5_000 });
    const whole = await foldDeck(store, 'deck');
    expect(whole?.doc.store).toMatchObject({ pendingStructs: null, pendingDs: null });
  });

  it('the second encoding is refused, never promised and dropped', async () => {
    const doc = createDeckDoc();
    deckText(doc).insert(0, 'lost');
    const mal = await send(encodeFrame.update(Y.encodeStateAsUpdateV2(doc)));
    await vi.waitUntil(() => mal.code() !== null || mal.promised(), { timeout: 5_000 });
    expect({ code: mal.code(), promised: mal.promised() }).toEqual({ code: CLOSE.malformed, promised: false });
  });

  it('a million parts hold nobody else up for long', async () => {
    const frames = ['a million parts', 'a million deletions'].map((name) => hostileFrames[name]?.(chance(1)));
    await honest();
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    for (const frame of frames) {
      const mal = await send(frame ?? new Uint8Array());
      await vi.waitUntil(() => mal.code() !== null, { timeout: 10_000 });
    }
    delay.disable();
    // Whole they take a second and more; a tenth of them is read before they are refused.
    expect(delay.max / 1e6).toBeLessThan(600);
  });
});
