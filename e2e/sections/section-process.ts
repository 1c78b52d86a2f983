import * as Y from 'yjs';
import { createDeckDoc, deckText, readDeckText } from '#lib/deck/deck-doc.ts';
import { resolveAnchors } from '#lib/deck/anchors.ts';
import { moveText } from '#lib/deck/move-text.ts';
import { MovedText } from '#lib/deck/moved-text.ts';
import { moveEdit } from '#lib/sections/section-move.ts';
import { placeSections } from '#lib/sections/place-sections.ts';
import type { PlacedSection } from '#lib/sections/placed-section.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { EditedPlaces } from '#server/rooms/edited-places.ts';
import { RoomSections } from '#server/rooms/room-sections.ts';
import type { SectionRows } from '#server/sections/section-rows.ts';

/** The log that processes share: everything that any of them has stored. */
export class SharedLog {
  readonly doc: Y.Doc = createDeckDoc();
  seq = 0;

  append(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update);
    this.seq += 1;
  }
}

/** A person at a room of a process of its own, which finds the sections of its text by the code that rooms do. */
export class SectionProcess {
  readonly doc: Y.Doc = createDeckDoc();
  readonly undo: Y.UndoManager;
  readonly #log: SharedLog;
  readonly #sections: RoomSections;
  readonly #moved = new MovedText(this.doc, 'person');

  constructor(
    log: SharedLog,
    rows: SectionRows,
    { person, clientId }: { readonly person: string; readonly clientId: number },
  ) {
    // Yjs orders what is written at the same place by these: a run is the same for the same seed.
    this.doc.clientID = clientId;
    this.#log = log;
    this.hear();
    const edited = new EditedPlaces();
    deckText(this.doc).observe(({ delta }, { local }) => edited.edited(delta, local ? person : undefined));
    this.undo = new Y.UndoManager(deckText(this.doc), { trackedOrigins: new Set(['person']), captureTimeout: 0 });
    this.#sections = new RoomSections(
      {
        deckId: 'deck',
        seriesId: 'series',
        doc: this.doc,
        ofCall: true,
        frozen: () => false,
        edited,
        model: () => parseDeck(this.text, undefined, this.#sections.known),
        seq: () => log.seq,
        durable: () => {
          this.say();
          return Promise.resolve();
        },
        caughtUp: () => {
          this.hear();
          return Promise.resolve();
        },
        headingsChanged: () => undefined,
        broadcast: () => undefined,
        ring: () => undefined,
      },
      rows,
    );
  }

  get text(): string {
    return readDeckText(this.doc);
  }

  /** The sections as a page that is told of them by this process has them. */
  placed(): readonly PlacedSection[] {
    const order = this.#sections.order();
    const offsets = resolveAnchors(
      this.doc,
      order.sections.map(({ anchor }) => anchor),
    );
    return placeSections(parseDeck(this.text, undefined, this.#sections.known), order, offsets);
  }

  /** Sends what this process has to the log. */
  say(): void {
    this.#log.append(Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(this.#log.doc)));
  }

  /** Reads what the others have sent. */
  hear(): void {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(this.#log.doc, Y.encodeStateVector(this.doc)), 'log');
  }

  /** What a person does with the text, in one step that can be undone. */
  edit(work: (text: Y.Text) => void): void {
    this.doc.transact(() => work(deckText(this.doc)), 'person');
  }

  move(from: number, to: number): void {
    const edit = moveEdit(parseDeck(this.text), { from, to });
    if (edit !== null) moveText(this.doc, edit, { origin: 'person', busy: () => 0, moved: this.#moved });
  }

  /** Finds the sections and stores them, as a room does in a pause. */
  async find(): Promise<void> {
    await this.#sections.settle();
  }

  async refresh(): Promise<void> {
    await this.#sections.refresh();
  }

  close(): void {
    this.#moved.close();
    this.#sections.close();
    this.undo.destroy();
  }
}
