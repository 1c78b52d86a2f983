import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { memoryLiveRows, startSyncServer, type SyncServer } from '#e2e/harness/sync-server.ts';
import { openPage } from '#e2e/harness/sync-client.ts';
import { TcpProxy } from '#e2e/harness/tcp-proxy.ts';
import { readDeckText, seedUpdate } from '#lib/deck/deck-doc.ts';
import type { DeckConnection } from '#lib/sync/deck-connection.ts';
import { ProcessBus } from '#server/bus/process-bus.ts';
import { flushDeck } from '#server/decks/flush-deck.ts';
import { foldDeck } from '#server/store/fold-deck.ts';
import { MemoryStore } from '#server/store/memory-store.ts';
import type { Append, Store } from '#server/store/store.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

/** The memory store with doors: loading can be held, writing can fail. */
class DoorStore extends MemoryStore {
  loads = 0;
  writing: 'works' | 'fails' = 'works';
  held: Promise<void> | null = null;
  reading: Promise<void> | null = null;

  override async load(...parameters: Parameters<Store['load']>): ReturnType<Store['load']> {
    this.loads += 1;
    await this.held;
    return super.load(...parameters);
  }

  override async rowsAfter(...parameters: Parameters<Store['rowsAfter']>): ReturnType<Store['rowsAfter']> {
    await this.reading;
    return super.rowsAfter(...parameters);
  }

  override append(batch: readonly Append[]): ReturnType<Store['append']> {
    return this.writing === 'works' ? super.append(batch) : Promise.reject(new Error('The disk is full.'));
  }
}

interface House {
  readonly store: DoorStore;
  readonly server: SyncServer;
  readonly bus: ProcessBus;
  readonly open: (name: string) => DeckConnection;
}

async function house(options: { readonly idleMs?: number } = {}): Promise<House> {
  const store = new DoorStore();
  store.put('deck', { callId: 'call' });
  const bus = new ProcessBus(`test-${randomUUID()}`);
  const server = await startSyncServer({
    store,
    bus,
    rights: { Ada: 'write', Bo: 'write' },
    liveRows: memoryLiveRows(),
    pollMs: 50,
    ...options,
  });
  ends.push(
    () => bus.close(),
    () => server.close(),
  );
  const open = (name: string): DeckConnection => {
    const page = openPage(name, server.address, 'deck');
    ends.push(() => page.destroy());
    return page;
  };
  return { store, server, bus, open };
}

const ready = (page: DeckConnection) =>
  vi.waitFor(() => expect(page.ready.getSnapshot()).toBe(true), { timeout: 5_000 });
const saved = (page: DeckConnection) =>
  vi.waitFor(() => expect(page.status.getSnapshot()).toMatchObject({ type: 'live', saved: true }), { timeout: 5_000 });

async function stored(store: Store): Promise<string> {
  const folded = await foldDeck(store, 'deck');
  return folded === null ? '' : readDeckText(folded.doc);
}

describe('a room', () => {
  it('is loaded once however many come at once, and nobody is shown an empty deck meanwhile', async () => {
    const { store, open } = await house();
    await store.append([
      { deckId: 'deck', epoch: 1, rows: [{ data: seedUpdate('# Hello') ?? new Uint8Array(), personId: null }] },
    ]);
    let release = (): void => undefined;
    store.held = new Promise((resolve) => {
      release = resolve;
    });
    const pages = [open('Ada'), open('Bo'), open('Ada')];
    await vi.waitFor(() => expect(store.loads).toBe(1));
    expect(pages.map((page) => page.ready.getSnapshot())).toEqual([false, false, false]);
    release();
    await Promise.all(pages.map(ready));
    expect(pages.map((page) => page.text.toString())).toEqual(['# Hello', '# Hello', '# Hello']);
    expect(store.loads).toBe(1);
  });

  it('leaves memory once nobody is there, and comes back with every word', async () => {
    const { server, store, open } = await house({ idleMs: 20 });
    const ada = open('Ada');
    await ready(ada);
    ada.text.insert(0, 'last words');
    ada.destroy();
    await vi.waitFor(() => expect(server.rooms.size).toBe(0));
    expect((await store.load('deck'))?.snapshot?.seq).toBe(1);
    const bo = open('Bo');
    await ready(bo);
    expect(bo.text.toString()).toBe('last words');
  });

  it('stays while it cannot save, says so, goes on by itself, and is not forgotten when the last person leaves', async () => {
    const { server, store, open } = await house({ idleMs: 20 });
    const ada = open('Ada');
    await ready(ada);
    await saved(ada);
    store.writing = 'fails';
    ada.text.insert(0, 'kept');
    await vi.waitFor(() => expect(ada.status.getSnapshot()).toMatchObject({ saved: false, degraded: true }));
    expect(server.rooms.health()).toMatch(/cannot be saved/);
    ada.destroy();
    const bo = open('Bo');
    await ready(bo);
    expect(bo.text.toString()).toBe('kept');
    bo.destroy();
    expect(server.rooms.size).toBe(1);
    store.writing = 'works';
    await vi.waitFor(() => expect(server.rooms.size).toBe(0), { timeout: 10_000 });
    expect(await stored(store)).toBe('kept');
    expect(server.rooms.health()).toBeNull();
  });

  it('forgets that one server could not save when the next one can', async () => {
    const [sick, sound] = [await house(), await house()];
    const network = await TcpProxy.open(Number(new URL(sick.server.address).port));
    const ada = openPage('Ada', `ws://127.0.0.1:${network.port}/sync`, 'deck');
    ends.push(
      () => network.close(),
      () => ada.destroy(),
      () => (sick.store.writing = 'works'),
    );
    await ready(ada);
    await saved(ada);
    sick.store.writing = 'fails';
    ada.text.insert(0, 'kept');
    await vi.waitFor(() => expect(ada.status.getSnapshot()).toMatchObject({ saved: false, degraded: true }));
    network.target = Number(new URL(sound.server.address).port);
    network.cut();
    await vi.waitFor(() => expect(ada.status.getSnapshot()).toMatchObject({ saved: true, degraded: false }), {
      timeout: 5_000,
    });
  });

  it('keeps no snapshot while it lacks rows that others wrote before its own', async () => {
    const { server, store, open } = await house({ idleMs: 20 });
    const ada = open('Ada');
    await ready(ada);
    let release = (): void => undefined;
    store.reading = new Promise((resolve) => {
      release = resolve;
    });
    await store.append([
      { deckId: 'deck', epoch: 1, rows: [{ data: seedUpdate('theirs ') ?? new Uint8Array(), personId: null }] },
    ]);
    ada.text.insert(0, 'own');
    await saved(ada);
    ada.destroy();
    await vi.waitFor(() => expect(server.rooms.size).toBe(0));
    release();
    // A snapshot of row 0 with row 2 in it would be no fold of the log.
    expect((await store.load('deck'))?.snapshot).toBeNull();
    expect((await stored(store)).length).toBe('theirs own'.length);
  });

  it('sees what somebody else appends to the log, without any ring', async () => {
    const { store, open } = await house();
    const ada = open('Ada');
    await ready(ada);
    await store.append([
      { deckId: 'deck', epoch: 1, rows: [{ data: seedUpdate('from the shell') ?? new Uint8Array(), personId: null }] },
    ]);
    await vi.waitFor(() => expect(ada.text.toString()).toBe('from the shell'));
    expect((await store.heads(['deck'])).get('deck')?.seq).toBe(1);
  });

  it('commits everything typed when it is asked to, and answers', async () => {
    const { server, store, bus, open } = await house();
    const ada = open('Ada');
    await ready(ada);
    ada.text.insert(0, 'before the call ends');
    const bo = open('Bo');
    await ready(bo);
    const began = performance.now();
    await flushDeck('deck', bus);
    expect(performance.now() - began).toBeLessThan(900);
    expect(await stored(store)).toBe(bo.text.toString());
    expect(server.rooms.size).toBe(1);
  });

  it('saves everything when the server closes', async () => {
    const { server, store, open } = await house();
    const [ada, bo] = [open('Ada'), open('Bo')];
    await Promise.all([ready(ada), ready(bo)]);
    ada.text.insert(0, 'one last line');
    await vi.waitFor(() => expect(bo.text.toString()).toBe('one last line'));
    await server.close();
    expect(await stored(store)).toBe('one last line');
  });

  it('follows two processes that write one deck, whoever rings', async () => {
    const { store, bus, open } = await house();
    const other = await startSyncServer({ store, bus, rights: { Bo: 'write' }, pollMs: 50 });
    const bo = openPage('Bo', other.address, 'deck');
    ends.push(
      () => other.close(),
      () => bo.destroy(),
    );
    const ada = open('Ada');
    await Promise.all([ready(ada), ready(bo)]);
    for (let round = 0; round < 10; round += 1) {
      ada.text.insert(0, `a${round} `);
      bo.text.insert(bo.text.length, `b${round} `);
    }
    await Promise.all([saved(ada), saved(bo)]);
    await vi.waitFor(() => expect(ada.text.toString()).toBe(bo.text.toString()));
    expect(await stored(store)).toBe(ada.text.toString());
    expect(ada.text.toString().split(' ')).toHaveLength(21);
  });
});
