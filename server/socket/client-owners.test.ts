import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { startSyncServer, type SyncServer } from '#e2e/harness/sync-server.ts';
import { openPage, openPlain } from '#e2e/harness/sync-client.ts';
import { deckText, readDeckText } from '#lib/deck/deck-doc.ts';
import { CLOSE } from '#lib/sync/close-codes.ts';
import type { DeckConnection } from '#lib/sync/deck-connection.ts';
import { encodeFrame } from '#lib/sync/frames.ts';
import { ProcessBus } from '#server/bus/process-bus.ts';
import { foldDeck } from '#server/store/fold-deck.ts';
import { MemoryStore } from '#server/store/memory-store.ts';

let store: MemoryStore;
let busName: string;
const ends: (() => unknown)[] = [];
beforeEach(() => {
  store = new MemoryStore();
  store.put('deck');
  busName = `owners-${randomUUID()}`;
});
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

/** A process on the log and the bus that all of a test share. */
async function startProcess(): Promise<SyncServer> {
  const bus = new ProcessBus(busName);
  const server = await startSyncServer({ store, bus, rights: { Ada: 'write', Bo: 'write' }, pollMs: 50 });
  ends.push(
    () => bus.close(),
    () => server.close(),
  );
  return server;
}

function page(name: string, server: SyncServer): DeckConnection {
  const opened = openPage(name, server.address, 'deck');
  ends.push(() => opened.destroy());
  return opened;
}

function plain(name: string, server: SyncServer): ReturnType<typeof openPlain> {
  const opened = openPlain(name, server.address, 'deck');
  ends.push(() => opened.provider.destroy());
  return opened;
}

/** What a person's bare socket is closed with after sending these frames, or 'open' when it is not. */
async function send(name: string, server: SyncServer, ...frames: readonly Uint8Array[]): Promise<number | 'open'> {
  const origin = new URL(server.address).origin.replace(/^ws/, 'http');
  const socket = new WebSocket(`${server.address}/deck`, { headers: { origin, cookie: `name=${name}` } });
  ends.push(() => socket.terminate());
  const closed = once(socket, 'close').then(([code]) => Number(code));
  await once(socket, 'open');
  for (const frame of frames) socket.send(frame);
  const answered = new Promise<'open'>((resolve) => {
    socket.on('message', (data: Buffer) => {
      if (data[0] === 101) resolve('open');
    });
  });
  socket.send(encodeFrame.barrier(1));
  return Promise.race([closed, answered]);
}

/** One garbage-collected struct: thirteen bytes that use up a client's next numbers. */
function garbage(client: number, clock: number, length: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const value of [1, 1, client, clock, 0, length, 0]) encoding.writeVarUint(encoder, value);
  return encoding.toUint8Array(encoder);
}

const saved = (one: DeckConnection) =>
  vi.waitFor(() => expect(one.status.getSnapshot()).toMatchObject({ type: 'live', saved: true }));
const stored = async () => {
  const folded = await foldDeck(store, 'deck');
  return folded === null ? '' : readDeckText(folded.doc);
};
const kept = () => vi.waitFor(async () => expect(await store.owners('deck')).not.toEqual([]));
const clockOf = async (client: number) => {
  const folded = await foldDeck(store, 'deck');
  return folded === null ? 0 : Y.getState(folded.doc.store, client);
};

describe('deleted words under somebody else’s id', () => {
  it('are refused while their owner types on', async () => {
    const server = await startProcess();
    const ada = page('Ada', server);
    await saved(ada);
    ada.text.insert(0, 'one ');
    await saved(ada);
    const attack = garbage(ada.doc.clientID, 4, 1_000);
    expect(await send('Bo', server, encodeFrame.update(attack))).toBe(CLOSE.refusedUpdate);
    ada.text.insert(4, 'two');
    await saved(ada);
    expect(await stored()).toBe('one two');
  });

  it('are refused before their owner has typed anything', async () => {
    const server = await startProcess();
    const ada = page('Ada', server);
    await saved(ada);
    await kept();
    expect(await send('Bo', server, encodeFrame.update(garbage(ada.doc.clientID, 0, 5)))).toBe(CLOSE.refusedUpdate);
  });

  it('are refused while their owner is offline, by a server that has started since, and by every process', async () => {
    const first = await startProcess();
    const ada = plain('Ada', first);
    await vi.waitFor(() => expect(ada.provider.synced).toBe(true));
    ada.text.insert(0, 'online ');
    await vi.waitFor(async () => expect(await stored()).toBe('online '));
    await kept();
    const other = await startProcess();
    const client = ada.doc.clientID;
    const bo = page('Bo', other);
    await vi.waitFor(() => expect(bo.text.toString()).toBe('online '));
    ada.provider.disconnect();
    ada.text.insert(7, 'offline');
    const attack = garbage(client, await clockOf(client), 40);
    expect(await send('Bo', other, encodeFrame.update(attack))).toBe(CLOSE.refusedUpdate);
    await first.close();
    const restarted = await startProcess();
    expect(await send('Bo', restarted, encodeFrame.update(attack))).toBe(CLOSE.refusedUpdate);
    // In an answer they are passed over: the same bytes do no harm there.
    expect(await send('Bo', restarted, encodeFrame.step2(attack))).toBe('open');
    const late = new Y.Doc();
    Y.applyUpdate(late, Y.encodeStateAsUpdate(ada.doc));
    expect(await send('Ada', restarted, encodeFrame.step2(Y.encodeStateAsUpdate(late)))).toBe('open');
    expect(await stored()).toBe('online offline');
  });

  it('are taken from the person itself, whatever page they were written on', async () => {
    const server = await startProcess();
    const ada = page('Ada', server);
    await saved(ada);
    ada.text.insert(0, 'kept');
    await saved(ada);
    const offline = new Y.Doc();
    Y.applyUpdate(offline, Y.encodeStateAsUpdate(ada.doc));
    offline.clientID = ada.doc.clientID;
    ada.destroy();
    deckText(offline).insert(4, ' gone');
    deckText(offline).delete(4, 5);
    expect(await send('Ada', server, encodeFrame.update(Y.encodeStateAsUpdate(offline)))).toBe('open');
    expect(await clockOf(offline.clientID)).toBe(9);
  });

  it('are no reason to refuse that words are deleted', async () => {
    const server = await startProcess();
    const [ada, bo] = [page('Ada', server), page('Bo', server)];
    await Promise.all([saved(ada), saved(bo)]);
    ada.text.insert(0, 'words');
    await vi.waitFor(() => expect(bo.text.toString()).toBe('words'));
    bo.text.delete(0, 3);
    await saved(bo);
    expect(await stored()).toBe('ds');
  });
});

describe('after a crash a peer', () => {
  /** Ada's words that the server once had, and the same with more that only a peer still has. */
  async function crashed(server: SyncServer): Promise<Y.Doc> {
    const ada = page('Ada', server);
    await saved(ada);
    ada.text.insert(0, 'safe ');
    await saved(ada);
    await kept();
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(ada.doc));
    doc.clientID = ada.doc.clientID;
    ada.destroy();
    return doc;
  }

  it('gives back somebody else’s new words, with those among them that were deleted again', async () => {
    const server = await startProcess();
    const doc = await crashed(server);
    deckText(doc).insert(5, 'lost and found');
    deckText(doc).delete(5, 5);
    expect(await send('Bo', server, encodeFrame.step2(Y.encodeStateAsUpdate(doc)))).toBe('open');
    expect(await stored()).toBe('safe and found');
  });

  it('whose own words hang on nothing but deleted words of somebody else is told so, with its text to copy', async () => {
    const server = await startProcess();
    const doc = await crashed(server);
    deckText(doc).insert(5, 'x');
    const peer = new Y.Doc();
    Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc));
    deckText(peer).insert(6, 'mine');
    deckText(peer).delete(5, 1);
    expect(await send('Bo', server, encodeFrame.step2(Y.encodeStateAsUpdate(peer)))).toBe(CLOSE.refusedUpdate);
    expect(await stored()).toBe('safe ');
  });

  it('that has only deleted words of somebody else is let in, its own words are taken, and the owner’s too', async () => {
    const server = await startProcess();
    const doc = await crashed(server);
    const client = doc.clientID;
    deckText(doc).insert(5, 'x');
    deckText(doc).delete(5, 1);
    const peer = new Y.Doc();
    Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc));
    deckText(peer).insert(0, 'Bo: ');
    expect(await send('Bo', server, encodeFrame.step2(Y.encodeStateAsUpdate(peer)))).toBe('open');
    expect(await stored()).toBe('Bo: safe ');
    expect(await clockOf(client)).toBe(5);
    deckText(doc).insert(5, 'on');
    expect(await send('Ada', server, encodeFrame.step2(Y.encodeStateAsUpdate(doc)))).toBe('open');
    expect(await stored()).toBe('Bo: safe on');
  });
});
