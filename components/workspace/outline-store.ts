import type { DeckModelStore } from '#components/connection/deck-model-store.ts';
import type { SectionsStore } from '#components/connection/sections-store.ts';
import { isUsed } from '#components/sections/reporters.ts';
import type { Hint } from '#components/editor/hint.ts';
import type { PlacedSection } from '#lib/sections/placed-section.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import type { ExternalStore } from '#lib/sync/external-store.ts';
import { keepSections, outlineRows, type OutlineSection } from './outline-rows.ts';

/** The outline of a deck; it and each section in it stay the same object while a keystroke changes nothing there. */
export class OutlineStore implements ExternalStore<readonly OutlineSection[]> {
  readonly #models: DeckModelStore;
  readonly #sections: SectionsStore;
  readonly #hints: ExternalStore<readonly Hint[]>;
  #rows: readonly OutlineSection[] = [];
  #of: DeckModel | null = null;
  #with: readonly Hint[] | null = null;
  #placed: readonly PlacedSection[] | null = null;

  constructor(models: DeckModelStore, sections: SectionsStore, hints: ExternalStore<readonly Hint[]>) {
    this.#models = models;
    this.#sections = sections;
    this.#hints = hints;
  }

  /** Both tell whenever the model does, and more often. */
  readonly subscribe = (listener: () => void): (() => void) => {
    const stops = [this.#hints.subscribe(listener), this.#sections.subscribe(listener)];
    return () => stops.forEach((stop) => stop());
  };

  readonly getSnapshot = (): readonly OutlineSection[] => {
    const model = this.#models.getSnapshot();
    const hints = this.#hints.getSnapshot();
    const placed = this.#sections.getSnapshot();
    if (model === this.#of && hints === this.#with && placed === this.#placed) return this.#rows;
    this.#of = model;
    this.#placed = placed;
    this.#with = hints;
    this.#rows = keepSections(
      this.#rows,
      outlineRows(model, hints, isUsed(this.#sections.order.getSnapshot()) ? placed : []),
    );
    return this.#rows;
  };
}
