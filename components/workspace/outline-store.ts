import type { DeckModelStore } from '#components/connection/deck-model-store.ts';
import type { ExternalStore } from '#lib/sync/external-store.ts';
import { outlineRows, sameOutline, type OutlineSection } from './outline-rows.ts';

/** The outline of a deck; stays the same object while a keystroke changes nothing in it. */
export class OutlineStore implements ExternalStore<readonly OutlineSection[]> {
  readonly #models: DeckModelStore;
  #rows: readonly OutlineSection[];
  #of: unknown;

  constructor(models: DeckModelStore) {
    this.#models = models;
    this.#of = models.getSnapshot();
    this.#rows = outlineRows(models.getSnapshot());
  }

  readonly subscribe = (listener: () => void): (() => void) => this.#models.subscribe(listener);

  readonly getSnapshot = (): readonly OutlineSection[] => {
    const model = this.#models.getSnapshot();
    if (model === this.#of) return this.#rows;
    this.#of = model;
    const rows = outlineRows(model);
    if (!sameOutline(rows, this.#rows)) this.#rows = rows;
    return this.#rows;
  };
}
