import { Cell } from '#components/connection/cell.ts';
import type { DeckModelStore } from '#components/connection/deck-model-store.ts';
import type { Hint } from '#components/editor/hint.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import { callDateProblems } from '#lib/slides/problems/call-date-problems.ts';
import type { SlideMeasure } from '#lib/stage/messages.ts';
import type { PictureRules } from '#lib/stage/picture-address.ts';
import type { ExternalStore } from '#lib/sync/external-store.ts';
import { foreignProblems } from './foreign-problems.ts';
import { mergeHints, sameHints } from './merge-hints.ts';
import { overflowProblems, withMeasures, type Overflows } from './overflow-problems.ts';

const NO_OVERFLOWS: Overflows = new Map();

/**
 * Everything there is to say about the text, in one list: what its model knows, dates that are not the call's, what the stage
 * measured, and pictures of which no copy is kept. Made once for each model, and the same object while nothing in it changed.
 */
export class HintsStore implements ExternalStore<readonly Hint[]> {
  readonly #models: ExternalStore<DeckModel>;
  readonly #callDate: string | null;
  readonly #pictures: ExternalStore<PictureRules>;
  readonly #overflows = new Cell(NO_OVERFLOWS);
  #hints: readonly Hint[] = [];
  #of: DeckModel | null = null;
  #with: Overflows = NO_OVERFLOWS;
  #shown: PictureRules | null = null;

  /** `callDate` is the day of the call, `2024-12-12`; null for a deck that belongs to none. `pictures` knows of which copies are kept. */
  constructor(
    models: Pick<DeckModelStore, 'subscribe' | 'getSnapshot'>,
    callDate: string | null,
    pictures: ExternalStore<PictureRules>,
  ) {
    this.#models = models;
    this.#callDate = callDate;
    this.#pictures = pictures;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    const stop = [this.#models, this.#overflows, this.#pictures].map((store) => store.subscribe(listener));
    return () => stop.forEach((each) => each());
  };

  readonly getSnapshot = (): readonly Hint[] => {
    const model = this.#models.getSnapshot();
    const overflows = this.#overflows.getSnapshot();
    const pictures = this.#pictures.getSnapshot();
    if (model === this.#of && overflows === this.#with && pictures === this.#shown) return this.#hints;
    this.#of = model;
    this.#with = overflows;
    this.#shown = pictures;
    const dates = this.#callDate === null ? [] : callDateProblems(model, this.#callDate);
    const hints = mergeHints(model, [
      ...dates,
      ...overflowProblems(model, overflows),
      ...foreignProblems(model, pictures),
    ]);
    if (!sameHints(hints, this.#hints)) this.#hints = hints;
    return this.#hints;
  };

  /** How many there are, for who needs no more: it changes far more rarely than the places. */
  readonly count: ExternalStore<number> = {
    subscribe: this.subscribe,
    getSnapshot: () => this.getSnapshot().length,
  };

  /** What the stage measured anew. */
  readonly measured = (slides: readonly SlideMeasure[]): void =>
    this.#overflows.set(withMeasures(this.#overflows.getSnapshot(), slides));
}
