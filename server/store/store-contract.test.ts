import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { deckText, readDeckText, seedUpdate } from '#lib/deck/deck-doc.ts';
import { foldDeck } from './fold-deck.ts';
import { MemoryStore } from './memory-store.ts';
import { PostgresStore } from './postgres-store.ts';
import { SNAPSHOT_WINDOW, type Append, type Snapshot, type Store } from './store.ts';

interface Adapter {
  readonly store: Store;
  /** Makes a deck, or changes whether it is frozen. */
  put(deckId: string, options?: { readonly frozen?: boolean; readonly epoch?: number }): Promise<void>;
}

let postgres: TestDatabase;
let seriesId: string;
beforeAll(async () => {
  postgres = await testDatabase();
  const series = await postgres.prisma.series.create({
    data: { slug: 'contract', name: 'Contract', timeZone: 'UTC' },
  });
  seriesId = series.id;
});
afterAll(() => postgres.close());

const adapters = {
  'in memory': (): Adapter => {
    const store = new MemoryStore();
    return { store, put: (deckId, options) => Promise.resolve(store.put(deckId, options)) };
  },
  'on Postgres': (): Adapter => ({
    store: new PostgresStore(() => postgres.prisma),
    async put(deckId, { frozen = false, epoch = 1 } = {}) {
      const state = { epoch, frozenAt: frozen ? new Date() : null };
      await postgres.prisma.deck.upsert({
        where: { id: deckId },
        create: { id: deckId, kind: 'template', seriesId, ...state },
        update: state,
      });
    },
  }),
};

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

function rows(deckId: string, ...data: readonly Uint8Array[]): Append {
  return { deckId, epoch: 1, rows: data.map((one) => ({ data: one, personId: null })) };
}

function update(text: string): Uint8Array {
  return seedUpdate(text) ?? bytes(0, 0);
}

function snapshotOf(seq: number, ...updates: readonly Uint8Array[]): Snapshot {
  const doc = new Y.Doc();
  for (const one of updates) Y.applyUpdate(doc, one);
  return { seq, state: Y.encodeStateAsUpdate(doc), stateVector: Y.encodeStateVector(doc) };
}

describe.each(Object.entries(adapters))('a store %s', (_where, open) => {
  async function deck(): Promise<Adapter & { readonly id: string }> {
    const adapter = open();
    const id = `deck-${randomUUID()}`;
    await adapter.put(id);
    return { ...adapter, id };
  }

  it('knows nothing of a deck that does not exist', async () => {
    const { store } = open();
    expect(await store.load('nowhere')).toBeNull();
    expect((await store.heads(['nowhere'])).size).toBe(0);
    expect((await store.append([rows('nowhere', bytes(1))])).get('nowhere')).toEqual({
      type: 'gone',
    });
  });

  it('numbers rows from 1 without a gap and gives them back with their author', async () => {
    const { store, id } = await deck();
    const personId = randomUUID();
    const first = await store.append([
      {
        deckId: id,
        epoch: 1,
        rows: [
          { data: bytes(1), personId },
          { data: bytes(2, 0), personId: null },
        ],
      },
    ]);
    expect(first.get(id)).toEqual({ type: 'appended', fromSeq: 1, toSeq: 2 });
    expect((await store.append([rows(id, bytes(3))])).get(id)).toEqual({
      type: 'appended',
      fromSeq: 3,
      toSeq: 3,
    });
    const loaded = await store.load(id);
    expect(loaded?.seq).toBe(3);
    expect(loaded?.rows.map(({ seq, data, personId: who }) => [seq, [...data], who])).toEqual([
      [1, [1], personId],
      [2, [2, 0], null],
      [3, [3], null],
    ]);
    expect((await store.rowsAfter(id, 1)).map(({ seq }) => seq)).toEqual([2, 3]);
  });

  it('takes many decks in one step, and refuses a frozen one without touching the others', async () => {
    const one = await deck();
    const { store } = one;
    const [two, frozen] = [`deck-${randomUUID()}`, `deck-${randomUUID()}`];
    await one.put(two);
    await one.put(frozen);
    await store.append([rows(frozen, bytes(9))]);
    await one.put(frozen, { frozen: true });
    const outcomes = await store.append([
      rows(one.id, bytes(1)),
      rows(frozen, bytes(2)),
      rows(two, bytes(3), bytes(4)),
      rows('nowhere', bytes(5)),
    ]);
    expect([one.id, frozen, two, 'nowhere'].map((id) => outcomes.get(id)?.type)).toEqual([
      'appended',
      'frozen',
      'appended',
      'gone',
    ]);
    expect((await store.heads([frozen])).get(frozen)).toMatchObject({ seq: 1, epoch: 1, frozen: true });
    expect((await store.load(frozen))?.rows).toHaveLength(1);
  });

  it('refuses rows of an older epoch', async () => {
    const { store, put, id } = await deck();
    await put(id, { epoch: 2 });
    expect((await store.append([rows(id, bytes(1))])).get(id)).toEqual({ type: 'epoch' });
    expect((await store.heads([id])).get(id)?.seq).toBe(0);
  });

  it('numbers gaplessly however many append at once', async () => {
    const { store, id } = await deck();
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, index) => store.append([rows(id, bytes(index), bytes(index, 1))])),
    );
    const ranges = outcomes.map((outcome) => outcome.get(id));
    expect(ranges.every((range) => range?.type === 'appended')).toBe(true);
    const loaded = await store.load(id);
    expect(loaded?.rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 80 }, (_, index) => index + 1));
    for (const [index, range] of ranges.entries()) {
      const own = loaded?.rows.filter(
        ({ seq }) => range?.type === 'appended' && seq >= range.fromSeq && seq <= range.toSeq,
      );
      expect(own?.map(({ data }) => [...data])).toEqual([[index], [index, 1]]);
    }
  });

  it('loads from the newest snapshot, or from the one before, and never needs what a snapshot holds', async () => {
    const { store, id } = await deck();
    const [a, b, c] = [update('a'), update('b'), update('c')];
    await store.append([rows(id, a, b, c)]);
    expect(await store.snapshot(id, 1, snapshotOf(1, a))).toBe(true);
    expect(await store.snapshot(id, 1, snapshotOf(2, a, b))).toBe(true);
    expect((await store.rowsAfter(id, 0)).length).toBe(3);
    expect((await store.load(id))?.snapshot?.seq).toBe(2);
    expect((await store.load(id))?.rows.map(({ seq }) => seq)).toEqual([3]);
    expect((await store.load(id, { before: 2 }))?.rows.map(({ seq }) => seq)).toEqual([2, 3]);
    expect((await store.load(id, { before: 1 }))?.snapshot).toBeNull();
  });

  it('keeps no snapshot that is not what its state vector says, is ahead of the log, or of another epoch', async () => {
    const { store, id } = await deck();
    const [a, b] = [update('a'), update('b')];
    await store.append([rows(id, a)]);
    expect(
      await store.snapshot(id, 1, {
        ...snapshotOf(1, a),
        stateVector: snapshotOf(1, a, b).stateVector,
      }),
    ).toBe(false);
    expect(await store.snapshot(id, 1, { ...snapshotOf(1, a), state: bytes(255, 255, 255) })).toBe(false);
    expect(await store.snapshot(id, 1, snapshotOf(2, a, b))).toBe(false);
    expect(await store.snapshot(id, 2, snapshotOf(1, a))).toBe(false);
    expect(await store.snapshot(id, 1, snapshotOf(1, a))).toBe(true);
    expect(await store.snapshot(id, 1, snapshotOf(1, a))).toBe(false);
  });

  it('trims only what is old and held by the last but one snapshot', async () => {
    const { store, id } = await deck();
    const all = ['a', 'b', 'c', 'd'].map(update);
    await store.append([rows(id, ...all)]);
    const later = new Date(Date.now() + 60_000);
    expect(await store.floor(id, later)).toBeNull();
    for (const seq of [1, 2, 3]) await store.snapshot(id, 1, snapshotOf(seq, ...all.slice(0, seq)));
    expect(await store.floor(id, new Date(0))).toBeNull();
    expect(await store.floor(id, later)).toMatchObject({ seq: 2 });
    expect(await store.trim(id, 0)).toBe(0);
    expect(await store.trim(id, 2)).toBe(2);
    expect((await store.load(id))?.rows.map(({ seq }) => seq)).toEqual([4]);
    const whole = await foldDeck(store, id);
    const full = new Y.Doc();
    for (const one of all) Y.applyUpdate(full, one);
    expect(whole === null ? '' : readDeckText(whole.doc)).toBe(readDeckText(full));
  });

  it('keeps one snapshot of many rows, and the last two', async () => {
    const { store, id } = await deck();
    const many = Array.from({ length: SNAPSHOT_WINDOW + 40 }, () => update('a'));
    for (let from = 0; from < many.length; from += 2_000)
      await store.append([rows(id, ...many.slice(from, from + 2_000))]);
    const seqs = [10, 20, SNAPSHOT_WINDOW, SNAPSHOT_WINDOW + 10, SNAPSHOT_WINDOW + 20, SNAPSHOT_WINDOW + 30];
    for (const seq of seqs) await store.snapshot(id, 1, { ...snapshotOf(1, update('a')), seq });
    await store.trim(id, 0);
    const left: (number | undefined)[] = [];
    for (let before = Infinity; ; before = left.at(-1) ?? 0) {
      const loaded = await store.load(id, before === Infinity ? {} : { before });
      if (loaded?.snapshot == null) break;
      left.push(loaded.snapshot.seq);
    }
    expect(left).toEqual([SNAPSHOT_WINDOW + 30, SNAPSHOT_WINDOW + 20, SNAPSHOT_WINDOW]);
  });

  it('gives a client id to whoever claims it first, and says so to everybody after', async () => {
    const { store, id } = await deck();
    const [ada, bo] = [randomUUID(), randomUUID()];
    const claim = (personId: string, ...clientIds: number[]) =>
      store.claim(clientIds.map((clientId) => ({ deckId: id, clientId, personId })));
    expect(await claim(ada, 1, 4_294_967_295)).toHaveLength(2);
    expect(await store.claim([{ deckId: 'nowhere', clientId: 1, personId: ada }])).toEqual([]);
    const both = await Promise.all(Array.from({ length: 8 }, (_, turn) => claim(turn % 2 === 0 ? ada : bo, 2, 3, 1)));
    const owners = await store.owners(id);
    expect(owners.map(({ clientId }) => clientId).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4_294_967_295]);
    for (const { clientId, personId } of both.flat())
      expect(owners.find((owner) => owner.clientId === clientId)?.personId).toBe(personId);
    expect(owners.find(({ clientId }) => clientId === 1)?.personId).toBe(ada);
  });

  it('folds a log of many small edits to the text that was typed', async () => {
    const { store, id } = await deck();
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (one: Uint8Array) => updates.push(one));
    for (let step = 0; step < 120; step += 1) {
      if (step % 7 === 6) deckText(doc).delete(step % 5, 2);
      else deckText(doc).insert(step % (deckText(doc).length + 1), `w${step} `);
    }
    for (let from = 0; from < updates.length; from += 10)
      await store.append([rows(id, ...updates.slice(from, from + 10))]);
    const folded = await foldDeck(store, id);
    expect(folded === null ? '' : readDeckText(folded.doc)).toBe(readDeckText(doc));
  });
});

describe('a store on Postgres', () => {
  it('does not let one held deck hold up the others', async () => {
    const { store, put } = adapters['on Postgres']();
    const [held, free] = [`deck-${randomUUID()}`, `deck-${randomUUID()}`];
    await put(held);
    await put(free);
    await postgres.prisma.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM deck WHERE id = ${held} FOR UPDATE`;
      const outcomes = await store.append([rows(held, bytes(1)), rows(free, bytes(2))]);
      expect([outcomes.get(held)?.type, outcomes.get(free)?.type]).toEqual(['busy', 'appended']);
    });
    expect((await store.append([rows(held, bytes(1))])).get(held)).toEqual({
      type: 'appended',
      fromSeq: 1,
      toSeq: 1,
    });
  });

  it('refuses an append that waited while the deck was frozen', async () => {
    const { store, put } = adapters['on Postgres']();
    const id = `deck-${randomUUID()}`;
    await put(id);
    const waiting = await postgres.prisma.$transaction(async (tx) => {
      await tx.$executeRaw`UPDATE deck SET frozen_at = now() WHERE id = ${id}`;
      const append = store.append([rows(id, bytes(1))]);
      await expect.poll(() => waitingLocks(), { timeout: 5_000 }).toBeGreaterThan(0);
      return { append };
    });
    expect((await waiting.append).get(id)).toEqual({ type: 'frozen' });
    expect((await store.heads([id])).get(id)?.seq).toBe(0);
  });

  it('goes on behind a pooler that forgets prepared statements', async () => {
    const pool = new pg.Pool({ connectionString: postgres.url, max: 1 });
    const store = new PostgresStore(
      () => postgres.prisma,
      () => pool,
    );
    const id = `deck-${randomUUID()}`;
    await adapters['on Postgres']().put(id);
    await store.append([rows(id, bytes(1))]);
    await pool.query('DEALLOCATE ALL');
    expect((await store.append([rows(id, bytes(2))])).get(id)).toEqual({ type: 'appended', fromSeq: 2, toSeq: 2 });
    await pool.end();
  });

  it('reads past a snapshot that was damaged on disk', async () => {
    const { store, put } = adapters['on Postgres']();
    const id = `deck-${randomUUID()}`;
    await put(id);
    const seed = update('kept');
    await store.append([rows(id, seed)]);
    await store.snapshot(id, 1, snapshotOf(1, seed));
    await postgres.prisma.$executeRaw`UPDATE deck_snapshot SET state = '\\x00' WHERE deck_id = ${id}`;
    const folded = await foldDeck(store, id);
    expect(folded === null ? '' : readDeckText(folded.doc)).toBe('kept');
  });

  async function waitingLocks(): Promise<number> {
    const [row] = await postgres.prisma.$queryRaw<
      { count: bigint }[]
    >`SELECT count(*) AS count FROM pg_locks WHERE NOT granted`;
    return Number(row?.count ?? 0);
  }
});
