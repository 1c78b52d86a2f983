/** One stretch of a text event as Yjs tells it. */
export interface Delta {
  readonly retain?: number | undefined;
  readonly insert?: unknown;
  readonly delete?: number | undefined;
}

/** Somebody typed or deleted here. */
export interface EditedPlace {
  /** UTF-16 offset in the text as it is now. */
  readonly offset: number;
  readonly personId: string | null;
}

/** Where people have edited a text; each place moves with what is edited before it, until it is done with. */
export class EditedPlaces {
  #places: EditedPlace[] = [];
  /** How many were looked at: these do not grow any more. */
  #looked = 0;

  /** Something was edited: by a person here, or (undefined) elsewhere. */
  edited(delta: readonly Delta[], by: string | null | undefined): void {
    let at = 0;
    for (const { retain = 0, insert, delete: removed = 0 } of delta) {
      at += retain;
      const added = typeof insert === 'string' ? insert.length : 0;
      this.#shift(at, removed, added);
      if (by !== undefined && added + removed > 0) this.#add({ offset: at, personId: by });
      at += added;
    }
  }

  /** All of them. */
  look(): readonly EditedPlace[] {
    this.#looked = this.#places.length;
    return this.#places;
  }

  /** Forgets the first so many. */
  done(count: number): void {
    this.#places = this.#places.slice(count);
    this.#looked = 0;
  }

  #shift(at: number, removed: number, added: number): void {
    this.#places = this.#places.map((place) =>
      place.offset < at ? place : { ...place, offset: Math.max(at, place.offset - removed) + added },
    );
  }

  /** A person who goes on typing is at one place, not at a hundred. */
  #add(place: EditedPlace): void {
    const last = this.#places.length > this.#looked ? this.#places.at(-1) : undefined;
    if (last?.personId === place.personId && Math.abs(last.offset - place.offset) < 2) this.#places.pop();
    this.#places.push(place);
  }
}
