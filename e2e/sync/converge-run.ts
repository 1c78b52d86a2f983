import { randomUUID } from 'node:crypto';
import { expect, vi } from 'vitest';
import * as Y from 'yjs';
import { chance, type Chance } from '#e2e/harness/chance.ts';
import type { Rights } from '#e2e/harness/sync-server.ts';
import { readDeckText } from '#lib/deck/deck-doc.ts';
import { foldDeck } from '#server/store/fold-deck.ts';
import { MemoryStore } from '#server/store/memory-store.ts';
import type { LogRow } from '#server/store/store.ts';
import { MortalServer } from './mortal-server.ts';
import { PageTypist } from './page-typist.ts';
import type { Typist } from './typist.ts';
import { WireTypist } from './wire-typist.ts';

const PEOPLE = ['Ada', 'Bo', 'Cy', 'Di', 'Eve', 'Flo'] as const;
const WORDS = ['a', 'ü', '🎉', '\n---\n', '# Team\n', 'two words '] as const;
const PASTE = 100_000;
const STEPS = 60;

/** A store that remembers every row it ever took, so that the whole log can be replayed after it was trimmed. */
class RememberingStore extends MemoryStore {
  readonly whole: LogRow[] = [];

  override async append(...parameters: Parameters<MemoryStore['append']>): ReturnType<MemoryStore['append']> {
    const outcomes = await super.append(...parameters);
    this.whole.push(...(await this.rowsAfter('deck', this.whole.length)));
    return outcomes;
  }
}

interface Writer {
  readonly typist: Typist;
  readonly undo: Y.UndoManager;
  readonly server: MortalServer;
}

/** Two to six people, two processes, and everything that may happen to them; then all copies must be one text. */
export async function expectConvergence(seed: number): Promise<void> {
  const pick = chance(seed);
  const store = new RememberingStore();
  store.put('deck');
  const rights: Rights = Object.fromEntries(PEOPLE.map((name) => [name, 'write']));
  const busName = `converge-${randomUUID()}`;
  const servers = await Promise.all([1, 2].map(() => MortalServer.start({ store, rights, busName, pick })));
  const writers = PEOPLE.slice(0, 2 + pick(5)).map((name, index) => writer(name, servers[index % 2], pick));
  const typists = writers.map(({ typist }) => typist);
  try {
    await vi.waitUntil(() => typists.every(({ ready }) => ready), { timeout: 20_000, interval: 5 });
    for (let step = 0; step < STEPS; step += 1) {
      const one = writers[pick(writers.length)];
      if (one !== undefined) await happen(one, store, pick);
      if (pick(4) === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await expectOneText(typists, store);
  } finally {
    for (const { typist, undo } of writers) {
      undo.destroy();
      typist.close();
    }
    await Promise.all(servers.map((server) => server.close()));
  }
}

function writer(name: string, server: MortalServer | undefined, pick: Chance): Writer {
  if (server === undefined) throw new Error('There is no server.');
  const typist =
    pick(2) === 0 ? new PageTypist(name, server.address, 'deck') : new WireTypist(name, server.address, 'deck');
  return { typist, server, undo: new Y.UndoManager(typist.text, { captureTimeout: 0 }) };
}

type Event = (writer: Writer, store: MemoryStore, pick: Chance) => unknown;

/** What may happen besides typing, of sixty things. */
const EVENTS: readonly Event[] = [
  ({ server }) => server.kill(),
  ({ server }) => server.restart(),
  ({ server }) => server.network.cut(),
  ({ server }, _store, pick) => server.network.tearAfter(1 + pick(300)),
  ({ typist }) => typist.reconnect(),
  ({ typist }) => typist.reconnect(),
  (_writer, store) => compact(store),
  ({ typist }, _store, pick) =>
    change(typist, () => typist.text.insert(pick(typist.text.length + 1), 'x'.repeat(PASTE))),
  ...Array.from(
    { length: 4 },
    (): Event =>
      ({ typist, undo }) =>
        change(typist, () => undo.undo()),
  ),
  ({ typist, undo }) => change(typist, () => undo.redo()),
];

async function happen(one: Writer, store: MemoryStore, pick: Chance): Promise<void> {
  const event = EVENTS[pick(60)];
  if (event !== undefined) await event(one, store, pick);
  else change(one.typist, () => edit(one.typist, pick));
}

/** Whatever is changed is a deed that has to be promised; undoing may change nothing. */
function change({ doc, ledger }: Typist, work: () => unknown): void {
  let changed = false;
  const note = (): void => {
    changed = true;
  };
  doc.on('update', note);
  work();
  doc.off('update', note);
  if (changed) ledger.typed(ledger.fresh());
}

function edit({ text }: Typist, pick: Chance): void {
  const at = pick(text.length + 1);
  if (pick(3) > 0 || at === text.length) text.insert(at, WORDS[pick(WORDS.length)] ?? '');
  else text.delete(at, Math.min(pick(10) === 0 ? 2_000 : 1 + pick(6), text.length - at));
}

/** What the nightly job does: a snapshot, and nothing kept that the one before it holds. */
async function compact(store: MemoryStore): Promise<void> {
  const folded = await foldDeck(store, 'deck');
  if (folded === null) return;
  const { doc, deck } = folded;
  const snapshot = { seq: deck.seq, state: Y.encodeStateAsUpdate(doc), stateVector: Y.encodeStateVector(doc) };
  await store.snapshot('deck', deck.epoch, snapshot);
  const floor = await store.floor('deck', new Date(Date.now() + 1));
  if (floor !== null) await store.trim('deck', floor.seq);
  doc.destroy();
}

async function expectOneText(typists: readonly Typist[], store: RememberingStore): Promise<void> {
  const texts = (): readonly string[] => typists.map(({ text }) => text.toString());
  await vi.waitUntil(() => typists.every(({ settled, ledger }) => settled || ledger.length === 0), {
    timeout: 30_000,
    interval: 5,
  });
  await vi.waitUntil(() => new Set(texts()).size === 1, { timeout: 10_000, interval: 5 }).catch(() => undefined);
  const [text] = texts();
  expect(texts()).toEqual(typists.map(() => text));
  const folded = await foldDeck(store, 'deck');
  expect(folded === null ? null : readDeckText(folded.doc)).toBe(text);
  const whole = new Y.Doc();
  for (const { data } of store.whole) Y.applyUpdate(whole, data);
  expect(readDeckText(whole)).toBe(text);
  expect(store.whole.map(({ seq }) => seq)).toEqual(store.whole.map((_, index) => index + 1));
}
