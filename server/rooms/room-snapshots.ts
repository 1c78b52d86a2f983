import * as Y from 'yjs';
import { log } from '#server/log.ts';
import { meters } from '#server/metrics/meters.ts';
import { foldDeck } from '#server/store/fold-deck.ts';
import type { Store } from '#server/store/store.ts';

const ROWS = 500;
const BYTES = 256 * 1024;
// A room that is never quiet must not keep everybody's loading slow for ever: then the log is folded apart.
const ROWS_WITHOUT_QUIET = 2_000;

/** A room's state at a moment when it is exactly the log up to `seq`, or null while it is not. */
export type ExactState = () => { readonly doc: Y.Doc; readonly seq: number } | null;

/** Keeps snapshots of a deck as its log grows, so that loading stays short. */
export class RoomSnapshots {
  readonly #store: Store;
  readonly #deck: { readonly deckId: string; readonly epoch: number };
  readonly #exact: ExactState;
  #rows: number;
  #bytes = 0;
  #working: Promise<void> | null = null;

  constructor(
    store: Store,
    deck: { readonly deckId: string; readonly epoch: number; readonly rows: number },
    exact: ExactState,
  ) {
    this.#store = store;
    this.#deck = deck;
    this.#exact = exact;
    this.#rows = deck.rows;
  }

  /** The log grew; a snapshot follows when it is due. */
  grew(rows: readonly { readonly data: Uint8Array }[]): void {
    this.#rows += rows.length;
    this.#bytes += rows.reduce((sum, { data }) => sum + data.length, 0);
    if (this.#rows >= ROWS || this.#bytes >= BYTES) void this.take();
  }

  /** Keeps a snapshot if anything came since the last. Failing costs nothing but time later, so it only tells the log. */
  take(): Promise<void> {
    if (this.#rows === 0) return Promise.resolve();
    this.#working ??= this.#keep()
      .catch((error: unknown) =>
        log.warn('A snapshot of a deck could not be kept.', { deckId: this.#deck.deckId, error }),
      )
      .finally(() => {
        this.#working = null;
      });
    return this.#working;
  }

  async #keep(): Promise<void> {
    const exact = this.#exact();
    if (exact !== null) return this.#save(exact.doc, exact.seq);
    if (this.#rows < ROWS_WITHOUT_QUIET) return;
    const folded = await foldDeck(this.#store, this.#deck.deckId);
    if (folded === null) return;
    await this.#save(folded.doc, folded.deck.seq);
    folded.doc.destroy();
  }

  async #save(doc: Y.Doc, seq: number): Promise<void> {
    const { deckId, epoch } = this.#deck;
    const snapshot = { seq, state: Y.encodeStateAsUpdate(doc), stateVector: Y.encodeStateVector(doc) };
    this.#rows = 0;
    this.#bytes = 0;
    if (await this.#store.snapshot(deckId, epoch, snapshot)) meters.snapshots.add(1);
  }
}
