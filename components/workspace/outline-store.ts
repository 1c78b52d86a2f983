import type { DeckModelStore } from '#components/connection/deck-model-store.ts';
import type { Hint } from '#components/editor/hint.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import type { ExternalStore } from '#lib/sync/external-store.ts';
import { keepSections, outlineRows, type OutlineSection } from './outline-rows.ts';

/** The outline of a deck; it and each section in it stay the same object while a keystroke changes nothing there. */
export class OutlineStore implements ExternalStore<readonly OutlineSection[]> {
  readonly #models: DeckModelStore;
  readonly #hints: ExternalStore<readonly Hint[]>;
  #rows: readonly OutlineSection[] = [];
  #of: DeckModel | null = null;
  #with: readonly Hint[] | null = null;

  constructor(models: DeckModelStore, hints: ExternalStore<readonly Hint[]>) {
    this.#models = models;
    this.#hints = hints;
  }

  /** Hints tell whenever the model does, and more often. */
  readonly subscribe = (listener: () => void): (() => void) => this.#hints.subscribe(listener);

  readonly getSnapshot = (): readonly OutlineSection[] => {
    const model = this.#models.getSnapshot();
    const hints = this.#hints.getSnapshot();
    if (model === this.#of && hints === this.#with) return this.#rows;
    this.#of = model;
    this.#with = hints;
    this.#rows = keepSections(this.#rows, outlineRows(model, hints));
    return this.#rows;
  };
}
