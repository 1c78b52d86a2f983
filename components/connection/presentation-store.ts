import { presentDeck, type Presentation, type PresentInput } from '#lib/present/present-deck.ts';
import { knownHeadings } from '#lib/sections/known-headings.ts';
import type { PlacedSection } from '#lib/sections/placed-section.ts';
import type { RunningOrder } from '#lib/sections/running-order.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import type { ExternalStore } from '#lib/sync/external-store.ts';
import type { DeckModelStore } from './deck-model-store.ts';
import type { SectionsStore } from './sections-store.ts';

interface Presented {
  readonly call: PresentInput['call'];
  /** Markdown of the series' template, or null. */
  readonly template: string | null;
}

/** What of the shared text is on the slides, by the rows of its sections. */
export class PresentationStore implements ExternalStore<Presentation> {
  readonly #models: DeckModelStore;
  readonly #sections: SectionsStore;
  readonly #presented: Presented;
  #shown: Presentation | undefined;
  #of: readonly PlacedSection[] | null = null;
  #template: DeckModel | null = null;
  #headings: RunningOrder['headings'] | null = null;

  constructor(models: DeckModelStore, sections: SectionsStore, presented: Presented) {
    this.#models = models;
    this.#sections = sections;
    this.#presented = presented;
  }

  /** The sections tell whenever the model does, and more often. */
  readonly subscribe = (listener: () => void): (() => void) => this.#sections.subscribe(listener);

  readonly getSnapshot = (): Presentation => {
    const sections = this.#sections.getSnapshot();
    if (this.#shown !== undefined && sections === this.#of) return this.#shown;
    this.#of = sections;
    const { call } = this.#presented;
    const model = this.#models.getSnapshot();
    const { title } = this.#sections.order.getSnapshot();
    this.#shown = presentDeck({ model, sections, call, title, template: this.#readTemplate() }, this.#shown);
    return this.#shown;
  };

  #readTemplate(): DeckModel | null {
    const { template } = this.#presented;
    const { headings } = this.#sections.order.getSnapshot();
    if (template === null || headings === this.#headings) return this.#template;
    this.#headings = headings;
    this.#template = parseDeck(template, undefined, knownHeadings({ headings }));
    return this.#template;
  }
}
