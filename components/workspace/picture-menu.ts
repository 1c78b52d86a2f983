import { Cell } from '#components/connection/cell.ts';
import type { DeckModelStore } from '#components/connection/deck-model-store.ts';
import type { PictureAsk } from '#lib/pictures/asked-pictures.ts';
import { readsLikePicture } from '#lib/pictures/reads-like-picture.ts';
import type { ExternalStore } from '#lib/sync/external-store.ts';
import type { CursorSlide } from './cursor-slide.ts';

/** Whether the menu of a picture is open, and for which; and whether the cursor stands in a picture. */
export class PictureMenu {
  readonly #models: DeckModelStore;
  readonly #cursor: CursorSlide;
  readonly #asked = new Cell<PictureAsk | null>(null);
  #before: Element | null = null;

  constructor(models: DeckModelStore, cursor: CursorSlide) {
    this.#models = models;
    this.#cursor = cursor;
  }

  /** What somebody asked for; null while the menu is closed. */
  get asked(): ExternalStore<PictureAsk | null> {
    return this.#asked;
  }

  /** Whether the cursor stands in what reads like a picture. */
  readonly atCursor: ExternalStore<boolean> = {
    subscribe: (listener) => {
      const stop = [this.#models.subscribe(listener), this.#cursor.offset.subscribe(listener)];
      return () => stop.forEach((each) => each());
    },
    getSnapshot: () => readsLikePicture(this.#models.getSnapshot().text, this.#cursor.offset.getSnapshot()),
  };

  /** Opens the menu for a picture of the text as it is this moment. */
  readonly open = (ask: PictureAsk): void => {
    this.#models.refresh();
    this.#before = document.activeElement;
    this.#asked.set(ask);
  };

  /** For the picture at the cursor, or those of its slide. */
  readonly openAtCursor = (): void => this.open({ type: 'offset', offset: this.#cursor.offset.getSnapshot() });

  readonly close = (): void => this.#asked.set(null);

  /** Takes the keyboard back to where it was before the menu was opened. */
  readonly giveBack = (): void => {
    const before = this.#before;
    this.#before = null;
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
}
