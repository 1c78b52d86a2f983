import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import * as decoding from 'lib0/decoding';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { startSyncServer, type SyncServer, type SyncServerOptions } from '#e2e/harness/sync-server.ts';
import { openPage } from '#e2e/harness/sync-client.ts';
import { decodeAwareness, encodeAwareness } from '#lib/sync/awareness-update.ts';
import { CLOSE } from '#lib/sync/close-codes.ts';
import { encodeFrame, FRAME } from '#lib/sync/frames.ts';
import { ProcessBus } from '#server/bus/process-bus.ts';
import { MemoryStore } from '#server/store/memory-store.ts';
import { PLACES, Places } from './places.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

async function start(options: Pick<SyncServerOptions, 'beatMs' | 'places'>): Promise<SyncServer> {
  const store = new MemoryStore();
  for (const deckId of ['deck', 'other']) store.put(deckId);
  const bus = new ProcessBus(`places-${randomUUID()}`);
  const rights = { Ada: 'write', Bo: 'write', Cy: 'read', Dee: 'audience' } as const;
  const server = await startSyncServer({ store, bus, rights, ...options });
  ends.push(
    () => bus.close(),
    () => server.close(),
  );
  return server;
}

/** A person's bare socket, and what became of it: the code that it was closed with, or 'in' once it was asked something. */
async function come({ address }: SyncServer, name: string, deckId = 'deck') {
  const origin = new URL(address).origin.replace(/^ws/, 'http');
  const socket = new WebSocket(`${address}/${deckId}`, { headers: { origin, cookie: `name=${name}` } });
  ends.push(() => socket.terminate());
  const heard: Uint8Array[] = [];
  socket.on('message', (data: Buffer) => heard.push(data));
  const closed = once(socket, 'close').then(([code, reason]) => ({ code: Number(code), reason: String(reason) }));
  const fate = await Promise.race([closed, once(socket, 'message').then(() => 'in' as const)]);
  return { socket, heard, closed, fate };
}

const answered = ({ heard }: { readonly heard: readonly Uint8Array[] }, count: number) =>
  vi.waitFor(() => expect(heard.filter((frame) => frame[0] === FRAME.barrier)).toHaveLength(count), { timeout: 5_000 });

describe('one person', () => {
  it('has so many connections on all decks together, is told so for good, and gets a place when one is free', async () => {
    const server = await start({ places: { ofOnePerson: 2 } });
    const first = await come(server, 'Ada');
    expect([first.fate, (await come(server, 'Ada', 'other')).fate]).toEqual(['in', 'in']);
    expect((await come(server, 'Ada')).fate).toEqual({
      code: CLOSE.tooMany,
      reason: 'One person may have 2 connections.',
    });
    expect((await come(server, 'Bo')).fate).toBe('in');
    first.socket.close();
    await vi.waitFor(async () => expect((await come(server, 'Ada')).fate).toBe('in'));
  });
});

describe('one deck', () => {
  it('has places for readers, others for writers, and many for those who follow, whatever they may do', async () => {
    const server = await start({ places: { readersOfDeck: 1, followersOfDeck: 2 } });
    expect((await come(server, 'Cy')).fate).toBe('in');
    expect((await come(server, 'Cy')).fate).toMatchObject({ code: CLOSE.deckFull });
    expect([(await come(server, 'Dee')).fate, (await come(server, 'Ada', 'deck?follows=1')).fate]).toEqual([
      'in',
      'in',
    ]);
    expect((await come(server, 'Dee')).fate).toMatchObject({ code: CLOSE.deckFull });
    expect((await come(server, 'Ada')).fate).toBe('in');
    expect((await come(server, 'Cy', 'other')).fate).toBe('in');
  });
});

describe('one address', () => {
  it('has so many let in at a time; the others wait for their turn, but not without end', async () => {
    const places = new Places({ ...PLACES, knocking: 2, queueing: 1 });
    const [one] = [await places.knock('a'), await places.knock('a')];
    const order: string[] = [];
    const third = places.knock('a').then(() => order.push('third'));
    await expect(places.knock('a')).rejects.toMatchObject({ code: CLOSE.overloaded });
    await places.knock('b').then(() => order.push('elsewhere'));
    one();
    one();
    await third;
    expect(order).toEqual(['elsewhere', 'third']);
  });
});

describe('the heartbeat', () => {
  it('finds a connection whose other end is gone, and leaves alone one that is only not read', async () => {
    const server = await start({ beatMs: 150 });
    const ada = openPage('Ada', server.address, 'deck');
    ends.push(() => ada.destroy());
    const [gone, slowed] = [await come(server, 'Bo'), await come(server, 'Bo')];
    gone.socket.send(encodeFrame.awareness(encodeAwareness([{ clientId: 7, clock: 1, state: '{}' }])));
    await vi.waitFor(() => expect(ada.people.getSnapshot().map(({ name }) => name)).toEqual(['Ada', 'Bo']));
    // Nothing is read any more, so nothing answers: a laptop that was closed.
    gone.socket.pause();
    const began = performance.now();
    for (let token = 1; token <= 260; token += 1) slowed.socket.send(encodeFrame.barrier(token));
    await answered(slowed, 260);
    await vi.waitFor(() => expect(ada.people.getSnapshot().map(({ name }) => name)).toEqual(['Ada']));
    // Read only when the excess is made up for, many beats later: 60 frames above the burst of 200, at 60 a second.
    slowed.socket.send(encodeFrame.barrier(261));
    await answered(slowed, 261);
    expect(performance.now() - began).toBeGreaterThan(400);
    expect(slowed.socket.readyState).toBe(WebSocket.OPEN);
  });
});

describe('presence', () => {
  const say = (clock: number, state: string) => encodeFrame.awareness(encodeAwareness([{ clientId: 7, clock, state }]));
  const states = (heard: readonly Uint8Array[]) =>
    heard
      .filter((frame) => frame[0] === FRAME.awareness)
      .flatMap((frame) => decodeAwareness(decoding.readVarUint8Array(decoding.createDecoder(frame.subarray(1)))))
      .map(({ state }) =>
        state === null ? null : (JSON.parse(state) as { readonly at?: number; readonly user: unknown }),
      );

  it('goes out at most ten times a second, the last word always', async () => {
    const server = await start({});
    const [ada, bo] = [await come(server, 'Ada'), await come(server, 'Bo')];
    const began = performance.now();
    for (let at = 1; at <= 100; at += 1) {
      ada.socket.send(say(at, JSON.stringify({ at })));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await vi.waitFor(() => expect(states(bo.heard).at(-1)?.at).toBe(100));
    expect(states(bo.heard).length).toBeLessThanOrEqual((performance.now() - began) / 100 + 1);
  });

  it('of more than two kilobytes is dropped, and nobody is closed for it', async () => {
    const server = await start({});
    const [ada, bo] = [await come(server, 'Ada'), await come(server, 'Bo')];
    ada.socket.send(say(1, JSON.stringify({ at: 1, long: 'x'.repeat(2_100) })));
    ada.socket.send(encodeFrame.barrier(1));
    await answered(ada, 1);
    bo.socket.send(Uint8Array.of(FRAME.queryAwareness));
    bo.socket.send(encodeFrame.barrier(1));
    await answered(bo, 1);
    expect(states(bo.heard)).toEqual([]);
    ada.socket.send(say(2, JSON.stringify({ at: 2, user: { name: 'The Queen' } })));
    await vi.waitFor(() => expect(states(bo.heard)).toMatchObject([{ at: 2, user: { name: 'Ada' } }]));
    expect(ada.socket.readyState).toBe(WebSocket.OPEN);
  });
});
