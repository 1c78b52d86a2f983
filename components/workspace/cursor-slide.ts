import type { DeckModelStore } from '#components/connection/deck-model-store.ts';
import { Cell } from '#components/connection/cell.ts';
import type { ExternalStore } from '#lib/sync/external-store.ts';
import { slideAt } from '#lib/slides/slide-at.ts';

/** Running number of the slide that the cursor stands in. */
export class CursorSlide implements ExternalStore<number> {
  readonly #models: DeckModelStore;
  readonly #slide = new Cell(0);
  /** Where in the text it is. */
  readonly offset = new Cell(0);

  constructor(models: DeckModelStore) {
    this.#models = models;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    const stop = [this.#models.subscribe(() => this.#find()), this.#slide.subscribe(listener)];
    return () => stop.forEach((each) => each());
  };

  readonly getSnapshot = (): number => this.#slide.getSnapshot();

  /**
   * The cursor went to this offset of a text of this length. While the model is a keystroke behind it would give the neighbour's
   * number and the preview would jump, so then the next model settles it.
   */
  readonly moveTo = (offset: number, length: number): void => {
    this.offset.set(offset);
    if (this.#models.getSnapshot().text.length === length) this.#find();
  };

  #find(): void {
    const model = this.#models.getSnapshot();
    this.#slide.set(Math.max(0, slideAt(model, Math.min(this.offset.getSnapshot(), model.text.length))));
  }
}
