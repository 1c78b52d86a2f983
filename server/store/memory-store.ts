import { isSound } from './check-snapshot.ts';
import {
  SNAPSHOT_WINDOW,
  type Append,
  type AppendOutcome,
  type ClientOwner,
  type Head,
  type LogRow,
  type Snapshot,
  type Store,
  type StoredDeck,
} from './store.ts';

interface Kept {
  readonly callId: string | null;
  epoch: number;
  frozen: boolean;
  head: number;
  rows: { row: LogRow; at: Date }[];
  snapshots: Snapshot[];
  readonly owners: Map<number, string>;
}

interface PutOptions {
  readonly frozen?: boolean;
  readonly epoch?: number;
  readonly callId?: string | null;
}

/** A store that lives as long as its process: for tests, and as the shortest statement of what a store does. */
export class MemoryStore implements Store {
  readonly #decks = new Map<string, Kept>();

  /** Makes a deck, frozen or not; a second time it changes that. */
  put(deckId: string, { frozen = false, epoch = 1, callId = null }: PutOptions = {}): void {
    const kept = this.#decks.get(deckId);
    if (kept === undefined)
      this.#decks.set(deckId, { callId, epoch, frozen, head: 0, rows: [], snapshots: [], owners: new Map() });
    else Object.assign(kept, { frozen, epoch });
  }

  load(deckId: string, { before = Infinity }: { readonly before?: number } = {}): Promise<StoredDeck | null> {
    const deck = this.#decks.get(deckId);
    if (deck === undefined) return Promise.resolve(null);
    const snapshot = deck.snapshots.findLast(({ seq }) => seq < before) ?? null;
    const rows = deck.rows.map(({ row }) => row).filter(({ seq }) => seq > (snapshot?.seq ?? 0));
    return Promise.resolve({ ...headOf(deck), seriesId: 'series', callId: deck.callId, snapshot, rows });
  }

  append(batch: readonly Append[]): Promise<ReadonlyMap<string, AppendOutcome>> {
    return Promise.resolve(new Map(batch.map((append) => [append.deckId, this.#appendOne(append)])));
  }

  rowsAfter(deckId: string, seq: number): Promise<readonly LogRow[]> {
    return Promise.resolve((this.#decks.get(deckId)?.rows ?? []).map(({ row }) => row).filter((row) => row.seq > seq));
  }

  heads(deckIds: readonly string[]): Promise<ReadonlyMap<string, Head>> {
    const heads = new Map<string, Head>();
    for (const deckId of deckIds) {
      const deck = this.#decks.get(deckId);
      if (deck !== undefined) heads.set(deckId, headOf(deck));
    }
    return Promise.resolve(heads);
  }

  snapshot(deckId: string, epoch: number, snapshot: Snapshot): Promise<boolean> {
    const deck = this.#decks.get(deckId);
    const wanted = deck !== undefined && deck.epoch === epoch && snapshot.seq <= deck.head;
    if (!wanted || !isSound(snapshot) || deck.snapshots.some(({ seq }) => seq === snapshot.seq))
      return Promise.resolve(false);
    deck.snapshots = [...deck.snapshots, snapshot].toSorted((a, b) => a.seq - b.seq);
    return Promise.resolve(true);
  }

  claim(claims: readonly ClientOwner[]): Promise<readonly ClientOwner[]> {
    const settled = claims.flatMap(({ deckId, clientId, personId }) => {
      const owners = this.#decks.get(deckId)?.owners;
      if (owners === undefined) return [];
      const owner = owners.get(clientId) ?? personId;
      owners.set(clientId, owner);
      return [{ deckId, clientId, personId: owner }];
    });
    return Promise.resolve(settled);
  }

  owners(deckId: string): Promise<readonly ClientOwner[]> {
    const owners = [...(this.#decks.get(deckId)?.owners ?? [])];
    return Promise.resolve(owners.map(([clientId, personId]) => ({ deckId, clientId, personId })));
  }

  floor(deckId: string, before: Date): Promise<Snapshot | null> {
    const deck = this.#decks.get(deckId);
    const firstNew = deck?.rows.find(({ at }) => at >= before)?.row.seq ?? Infinity;
    return Promise.resolve(deck?.snapshots.slice(0, -1).findLast(({ seq }) => seq < firstNew) ?? null);
  }

  trim(deckId: string, floor: number): Promise<number> {
    const deck = this.#decks.get(deckId);
    if (deck === undefined) return Promise.resolve(0);
    const count = deck.rows.length;
    deck.rows = deck.rows.filter(({ row }) => row.seq > floor);
    const newest = new Map(deck.snapshots.map(({ seq }) => [Math.floor((seq - 1) / SNAPSHOT_WINDOW), seq]));
    const lastTwo = deck.snapshots.slice(-2);
    deck.snapshots = deck.snapshots.filter(
      (one) =>
        one.seq >= floor &&
        (one.seq === floor ||
          lastTwo.includes(one) ||
          newest.get(Math.floor((one.seq - 1) / SNAPSHOT_WINDOW)) === one.seq),
    );
    return Promise.resolve(count - deck.rows.length);
  }

  #appendOne({ deckId, epoch, rows }: Append): AppendOutcome {
    const deck = this.#decks.get(deckId);
    if (deck === undefined) return { type: 'gone' };
    if (deck.frozen) return { type: 'frozen' };
    if (deck.epoch !== epoch) return { type: 'epoch' };
    const fromSeq = deck.head + 1;
    for (const row of rows) {
      deck.head += 1;
      deck.rows.push({ row: { ...row, seq: deck.head }, at: new Date() });
    }
    return { type: 'appended', fromSeq, toSeq: deck.head };
  }
}

function headOf({ head, epoch, frozen }: Kept): Head {
  return { seq: head, epoch, frozen };
}
