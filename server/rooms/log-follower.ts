import { log } from '#server/log.ts';
import type { LogRow, Store } from '#server/store/store.ts';

const RETRY_MS = 1_000;

interface Waiter {
  readonly seq: number;
  readonly resolve: () => void;
}

/** What a follower does with rows that others wrote. */
export type ApplyRows = (rows: readonly Pick<LogRow, 'data'>[]) => void;

/** Keeps a room level with its deck's log, whoever writes it: a ring that does not fit is only a reason to read the gap. */
export class LogFollower {
  readonly #store: Store;
  readonly #deckId: string;
  readonly #apply: ApplyRows;
  #seq: number;
  #known: number;
  #reading: Promise<void> | null = null;
  #waiters: Waiter[] = [];

  constructor(store: Store, deck: { readonly deckId: string; readonly seq: number }, apply: ApplyRows) {
    this.#store = store;
    this.#deckId = deck.deckId;
    this.#seq = deck.seq;
    this.#known = deck.seq;
    this.#apply = apply;
  }

  /** Number of the newest row such that the room holds it and every row before. */
  get seq(): number {
    return this.#seq;
  }

  /** Whether the room holds no row beyond `seq`: its own may have got numbers after others that it has not read yet. */
  get level(): boolean {
    return this.#known === this.#seq;
  }

  /** The room's own rows got these numbers. */
  committed(fromSeq: number, toSeq: number): void {
    this.#take(fromSeq, toSeq, null);
  }

  /** Another process wrote these rows; `data` says all of them, or null when they must be read. */
  rang(fromSeq: number, toSeq: number, data: Uint8Array | null): void {
    if (data === null) this.headSeen(toSeq);
    else this.#take(fromSeq, toSeq, data);
  }

  /** The log is known to reach this number. */
  headSeen(seq: number): void {
    this.#known = Math.max(this.#known, seq);
    if (this.#known > this.#seq) void this.#read();
  }

  /** Resolves once the room holds the log up to this number. */
  reached(seq: number): Promise<void> {
    if (seq <= this.#seq) return Promise.resolve();
    this.headSeen(seq);
    return new Promise((resolve) => this.#waiters.push({ seq, resolve }));
  }

  #take(fromSeq: number, toSeq: number, data: Uint8Array | null): void {
    if (toSeq <= this.#seq) return;
    if (fromSeq > this.#seq + 1) return this.headSeen(toSeq);
    if (data !== null) this.#apply([{ data }]);
    this.#advance(toSeq);
  }

  #advance(seq: number): void {
    this.#seq = Math.max(this.#seq, seq);
    this.#known = Math.max(this.#known, this.#seq);
    const ready = this.#waiters.filter((waiter) => waiter.seq <= this.#seq);
    this.#waiters = this.#waiters.filter((waiter) => waiter.seq > this.#seq);
    for (const { resolve } of ready) resolve();
  }

  #read(): Promise<void> {
    this.#reading ??= this.#readAll().finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  async #readAll(): Promise<void> {
    try {
      while (this.#known > this.#seq) await this.#readOnce();
    } catch (error) {
      log.warn('A deck could not be read on: it is tried again.', { deckId: this.#deckId, error });
      setTimeout(() => void this.#read(), RETRY_MS).unref();
    }
  }

  async #readOnce(): Promise<void> {
    const rows = await this.#store.rowsAfter(this.#deckId, this.#seq);
    const first = rows[0];
    if (first !== undefined && first.seq <= this.#seq + 1) {
      this.#apply(rows);
      return this.#advance(rows.at(-1)?.seq ?? this.#seq);
    }
    // Rows are missing because they were trimmed: the snapshot that holds them is newer than what we have.
    const deck = await this.#store.load(this.#deckId);
    if (deck === null) return this.#forget();
    this.#apply([...(deck.snapshot === null ? [] : [{ data: deck.snapshot.state }]), ...deck.rows]);
    this.#advance(deck.seq);
    if (deck.seq < this.#known) this.#forget();
  }

  /** A number was claimed that the log does not have: what is stored counts. */
  #forget(): void {
    this.#known = this.#seq;
    const waiting = this.#waiters;
    this.#waiters = [];
    for (const { resolve } of waiting) resolve();
  }
}
