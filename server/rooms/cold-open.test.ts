import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { chance } from '#e2e/harness/chance.ts';
import { openPage } from '#e2e/harness/sync-client.ts';
import { startSyncServer, type SyncServer } from '#e2e/harness/sync-server.ts';
import { typeWord } from '#e2e/sync/typist.ts';
import { WireTypist } from '#e2e/sync/wire-typist.ts';
import { readDeckText } from '#lib/deck/deck-doc.ts';
import { ProcessBus } from '#server/bus/process-bus.ts';
import { foldDeck } from '#server/store/fold-deck.ts';
import { MemoryStore } from '#server/store/memory-store.ts';

const FIFTY = Array.from({ length: 50 }, (_, index) => `P${index}`);
const IDLE_MS = 20;

/** A store whose loading and whose last snapshot can be held, as a slow database holds them. */
class SlowStore extends MemoryStore {
  loads = 0;
  snapshots = 0;
  loading: Promise<void> | null = null;
  keeping: Promise<void> | null = null;

  override async load(...parameters: Parameters<MemoryStore['load']>): ReturnType<MemoryStore['load']> {
    this.loads += 1;
    await this.loading;
    return super.load(...parameters);
  }

  override async snapshot(...parameters: Parameters<MemoryStore['snapshot']>): ReturnType<MemoryStore['snapshot']> {
    this.snapshots += 1;
    await this.keeping;
    return super.snapshot(...parameters);
  }
}

let store: SlowStore;
let server: SyncServer;
let bus: ProcessBus;
let here: WireTypist[] = [];
beforeEach(async () => {
  store = new SlowStore();
  store.put('deck');
  bus = new ProcessBus(`cold-${randomUUID()}`);
  const rights = Object.fromEntries([...FIFTY, 'Ada'].map((name) => [name, 'write'] as const));
  server = await startSyncServer({ store, bus, rights, idleMs: IDLE_MS });
});
afterEach(async () => {
  leaveAll();
  await server.close();
  await bus.close();
});

function open(name: string): WireTypist {
  const typist = new WireTypist(name, server.address, 'deck');
  here.push(typist);
  return typist;
}

function leaveAll(): void {
  for (const typist of here) typist.close();
  here = [];
}

/** A gate that is opened once. */
function gate(): { readonly shut: Promise<void>; readonly open: () => void } {
  let release = (): void => undefined;
  const shut = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { shut, open: () => release() };
}

const until = (holds: () => boolean) => vi.waitUntil(holds, { timeout: 10_000, interval: 2 });
const stored = async (): Promise<string> => {
  const folded = await foldDeck(store, 'deck');
  return folded === null ? '' : readDeckText(folded.doc);
};

/** Somebody writes a word and leaves, and the room begins to close. */
async function writeAndLeave(seed: number): Promise<string> {
  const ada = open('Ada');
  await until(() => ada.ready);
  typeWord(ada, chance(seed));
  await until(() => ada.settled);
  const text = ada.text.toString();
  leaveAll();
  return text;
}

async function expectEverybodyIn(text: string): Promise<void> {
  await until(() => here.every(({ ready, refusal }) => ready || refusal !== null));
  expect(here.map(({ refusal }) => refusal)).toEqual(here.map(() => null));
  expect(here.map((one) => one.text.toString())).toEqual(here.map(() => text));
  const pick = chance(50);
  for (const typist of here) typeWord(typist, pick);
  await until(() => here.every(({ settled }) => settled));
  const words = (await stored()).split('\n').filter(Boolean).toSorted();
  expect(words).toEqual([...text.split('\n').filter(Boolean), ...FIFTY.map((name) => `${name}.0`)].toSorted());
}

describe('fifty who open a deck at once', () => {
  it('that is not in memory: one load, nobody is refused, nothing is lost', async () => {
    const text = await writeAndLeave(1);
    await until(() => server.rooms.size === 0);
    store.loads = 0;
    const loading = gate();
    store.loading = loading.shut;
    for (const name of FIFTY) open(name);
    await until(() => store.loads > 0);
    loading.open();
    await expectEverybodyIn(text);
    expect(server.rooms.size).toBe(1);
    // The checker's own load comes on top.
    expect(store.loads).toBe(2);
  });

  it('while it is being closed: the room stays, and is loaded no second time', async () => {
    const keeping = gate();
    store.keeping = keeping.shut;
    const text = await writeAndLeave(2);
    await until(() => store.snapshots > 0);
    store.loads = 0;
    for (const name of FIFTY) open(name);
    await until(() => here.some(({ ready }) => ready));
    keeping.open();
    await expectEverybodyIn(text);
    expect(store.loads).toBe(1);
  });

  it.each([1, 2, 3, 4, 5])('at any moment around its closing, seed %i', async (seed) => {
    const pick = chance(seed);
    const text = await writeAndLeave(seed);
    const at = performance.now() + pick(IDLE_MS * 3);
    await until(() => performance.now() >= at);
    store.loads = 0;
    for (const name of FIFTY) open(name);
    await expectEverybodyIn(text);
    expect(store.loads).toBeLessThanOrEqual(2);
    expect(server.rooms.size).toBe(1);
  });

  it('a page that comes after a restore does not get the room from before it', async () => {
    const before = openPage('Ada', server.address, 'deck');
    await vi.waitFor(() => expect(before.ready.getSnapshot()).toBe(true));
    // Sooner than the heads are read again.
    store.put('deck', { epoch: 2 });
    const after = openPage('P1', server.address, 'deck', { epoch: 2 });
    await vi.waitFor(() => expect(after.ready.getSnapshot()).toBe(true));
    after.text.insert(0, 'after ');
    await vi.waitFor(() => expect(after.status.getSnapshot()).toMatchObject({ type: 'live', saved: true }));
    expect(before.status.getSnapshot()).toMatchObject({ type: 'refused' });
    before.destroy();
    after.destroy();
  });
});
