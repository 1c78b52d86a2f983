import type * as Y from 'yjs';
import { Cell } from '#components/connection/cell.ts';
import { removedStretches } from '#lib/deck/removed-words.ts';
import type { DeckConnection } from '#lib/sync/deck-connection.ts';
import type { ExternalStore } from '#lib/sync/external-store.ts';
import type { LargeDeletionNotice } from '#lib/sync/frames.ts';

/** As few as the server may tell of. */
const LEAST_REMOVED = 80;

/**
 * The newest large deletion, until somebody puts it away or what it took out is back: undone here or by anybody else, or pasted
 * where it was moved to.
 */
export class DeletionStore implements ExternalStore<LargeDeletionNotice | null> {
  readonly #connection: Pick<DeckConnection, 'text' | 'largeDeletion'>;
  readonly #models: ExternalStore<{ readonly text: string }>;
  readonly #shown = new Cell<LargeDeletionNotice | null>(null);
  /** What was taken out last, and what the deletion that is shown took out. Empty when it was not seen. */
  #removed: readonly string[] = [];
  #missing: readonly string[] = [];

  /** `models` tells of the text after changes, at its own pace. */
  constructor(
    connection: Pick<DeckConnection, 'text' | 'largeDeletion'>,
    models: ExternalStore<{ readonly text: string }>,
  ) {
    this.#connection = connection;
    this.#models = models;
  }

  readonly subscribe = (listener: () => void): (() => void) => this.#shown.subscribe(listener);

  readonly getSnapshot = (): LargeDeletionNotice | null => this.#shown.getSnapshot();

  /** Hears of deletions from now on; returns how to stop. */
  listen(): () => void {
    const { text, largeDeletion } = this.#connection;
    const look = (event: Y.YTextEvent): void => {
      const removed = removedStretches(event, LEAST_REMOVED);
      if (removed.length > 0) this.#removed = removed;
    };
    text.observe(look);
    const ends = [
      largeDeletion.subscribe(() => this.#heard()),
      this.#models.subscribe(() => {
        if (this.getSnapshot() !== null && this.#isBack(this.#models.getSnapshot().text)) this.putAway();
      }),
    ];
    return () => {
      text.unobserve(look);
      for (const end of ends) end();
    };
  }

  /** Shows it no more. */
  readonly putAway = (): void => this.#shown.set(null);

  #heard(): void {
    this.#missing = this.#removed;
    // The model may be older than the deletion, and would find the words where they were.
    const gone = !this.#isBack(this.#connection.text.toJSON());
    this.#shown.set(gone ? this.#connection.largeDeletion.getSnapshot() : null);
  }

  #isBack(text: string): boolean {
    return this.#missing.length > 0 && this.#missing.every((stretch) => text.includes(stretch));
  }
}
