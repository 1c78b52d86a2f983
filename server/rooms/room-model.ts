import type * as Y from 'yjs';
import { readDeckText } from '#lib/deck/deck-doc.ts';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import type { KnownHeadings } from '#lib/slides/known-headings.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';

/** The slides of a room's text, read when somebody asks; those that were not edited are not read again. */
export class RoomModel {
  readonly #doc: Y.Doc;
  #model: DeckModel | null = null;
  #stale = true;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** The slides as they were read last; null before the first time. */
  get last(): DeckModel | null {
    return this.#model;
  }

  /** The text, or the headings that it is read by, changed. */
  changed(): void {
    this.#stale = true;
  }

  /** The slides of the text as it stands, with sections by these headings. */
  read(known: KnownHeadings): DeckModel {
    if (this.#model === null || this.#stale)
      this.#model = parseDeck(readDeckText(this.#doc), this.#model ?? undefined, known);
    this.#stale = false;
    return this.#model;
  }
}
