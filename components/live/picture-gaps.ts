import { Cell } from '#components/connection/cell.ts';
import type { Slide } from '#lib/slides/deck-model.ts';
import type { PictureRules } from '#lib/stage/picture-address.ts';
import type { ExternalStore } from '#lib/sync/external-store.ts';
import { missingPictures } from './slide-troubles.ts';

/** Pictures that did not come, by the hash of their slide. */
export type Gaps = ReadonlyMap<string, number>;

const NONE: Gaps = new Map();

/** What the stage told of pictures that did not come, since it was last given others. */
export class PictureGaps implements ExternalStore<Gaps> {
  readonly #gaps = new Cell(NONE);
  #assets = '{}';

  readonly subscribe = (listener: () => void): (() => void) => this.#gaps.subscribe(listener);

  readonly getSnapshot = (): Gaps => this.#gaps.getSnapshot();

  readonly told = (hash: string, count: number): void =>
    this.#gaps.set(new Map([...this.#gaps.getSnapshot(), [hash, count]]));

  /** The stage has these pictures from now on: if they are others, it tells anew what is missing. */
  readonly given = (assets: PictureRules['assets']): void => {
    const text = JSON.stringify(assets);
    if (text !== this.#assets) this.#gaps.set(NONE);
    this.#assets = text;
  };
}

/** How many pictures of a slide are not to be seen: known from its text, or because they did not come. */
export function gapsOf(slide: Slide | undefined, rules: PictureRules, gaps: Gaps): number {
  return slide === undefined ? 0 : Math.max(missingPictures(slide, rules), gaps.get(slide.hash) ?? 0);
}
