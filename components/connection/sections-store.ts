import { resolveAnchors } from '#lib/deck/anchors.ts';
import { knownHeadings } from '#lib/sections/known-headings.ts';
import { placeSections } from '#lib/sections/place-sections.ts';
import type { PlacedSection } from '#lib/sections/placed-section.ts';
import type { RunningOrder } from '#lib/sections/running-order.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import type { DeckConnection } from '#lib/sync/deck-connection.ts';
import type { ExternalStore } from '#lib/sync/external-store.ts';
import { Cell } from './cell.ts';
import type { DeckModelStore } from './deck-model-store.ts';

type Wire = Pick<DeckConnection, 'doc' | 'order'>;

/** The sections of the shared text with what is known of them beside it; until the server has said more, as it came with the page. */
export class SectionsStore implements ExternalStore<readonly PlacedSection[]> {
  /** The series' teams and headings, and the rows of the deck. */
  readonly order: Cell<RunningOrder>;
  readonly #models: DeckModelStore;
  #wire: Wire | null = null;
  #placed: readonly PlacedSection[] = [];
  #of: DeckModel | null = null;
  #by: RunningOrder | null = null;

  constructor(models: DeckModelStore, order: RunningOrder) {
    this.#models = models;
    this.order = new Cell(order);
    models.readBy(knownHeadings(order));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    const stops = [this.#models.subscribe(listener), this.order.subscribe(listener)];
    return () => stops.forEach((stop) => stop());
  };

  readonly getSnapshot = (): readonly PlacedSection[] => {
    const model = this.#models.getSnapshot();
    const order = this.order.getSnapshot();
    if (model === this.#of && order === this.#by) return this.#placed;
    this.#of = model;
    this.#by = order;
    this.#placed = placeSections(model, order, this.#offsets(order));
    return this.#placed;
  };

  /** Follows what the server says of this deck from now on; returns how to stop. */
  attach(wire: Wire): () => void {
    this.#wire = wire;
    const heard = (): void => {
      const order = wire.order.getSnapshot();
      if (order !== null) this.#hear(order);
    };
    heard();
    const stop = wire.order.subscribe(heard);
    return () => {
      stop();
      if (this.#wire === wire) this.#wire = null;
    };
  }

  #hear(order: RunningOrder): void {
    const before = this.order.getSnapshot();
    // First the headings: the rows are placed among the sections that these make.
    if (JSON.stringify(before.headings) !== JSON.stringify(order.headings)) this.#models.readBy(knownHeadings(order));
    this.order.set(order);
  }

  #offsets({ sections }: RunningOrder): readonly (number | null)[] {
    if (this.#wire === null) return [];
    return resolveAnchors(
      this.#wire.doc,
      sections.map(({ anchor }) => anchor),
    );
  }
}
