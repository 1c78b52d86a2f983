import type * as Y from 'yjs';
import type { DeckModel } from '#lib/slides/deck-model.ts';
import { NO_HEADINGS, type KnownHeadings } from '#lib/slides/known-headings.ts';
import { parseDeck } from '#lib/slides/parse-deck.ts';
import { Cell } from './cell.ts';

/** Runs `work` later and returns how to call it off. */
export type Schedule = (work: () => void, waitMilliseconds: number) => () => void;

/** A parse that takes longer than this waits for a pause in the typing. */
const QUICK_PARSE_MILLISECONDS = 12;
const LONGEST_WAIT_MILLISECONDS = 600;

/**
 * The model of the shared text, made anew after each change: once for the whole page, after the keystroke was painted and at
 * most once a frame. Until the text has arrived it is the model of what the server sent with the page.
 */
export class DeckModelStore {
  readonly #model: Cell<DeckModel>;
  readonly #schedule: Schedule;
  #text: Y.Text | null = null;
  #cancel: (() => void) | null = null;
  #lastParse = 0;
  #known: KnownHeadings = NO_HEADINGS;

  constructor(text: string, schedule: Schedule = afterPaint) {
    this.#model = new Cell(parseDeck(text));
    this.#schedule = schedule;
  }

  get subscribe(): (listener: () => void) => () => void {
    return this.#model.subscribe;
  }

  get getSnapshot(): () => DeckModel {
    return this.#model.getSnapshot;
  }

  /** Reads the text by these headings of its series from now on. */
  readBy(known: KnownHeadings): void {
    this.#known = known;
    const model = this.getSnapshot();
    this.#model.set(parseDeck(this.#text?.toJSON() ?? model.text, model, known));
  }

  /** Follows this text from now on; returns how to stop. */
  attach(text: Y.Text): () => void {
    const changed = () => this.#later();
    this.#text = text;
    text.observe(changed);
    if (text.length > 0) this.refresh();
    return () => {
      text.unobserve(changed);
      this.#cancel?.();
      this.#cancel = null;
      if (this.#text === text) this.#text = null;
    };
  }

  /** The model of the text as it is this very moment: for places that were sent by somebody who saw that text. */
  refresh(): DeckModel {
    this.#cancel?.();
    this.#cancel = null;
    const text = this.#text?.toJSON();
    if (text === undefined || text === this.getSnapshot().text) return this.getSnapshot();
    const began = performance.now();
    const model = parseDeck(text, this.getSnapshot(), this.#known);
    this.#lastParse = performance.now() - began;
    this.#model.set(model);
    return model;
  }

  #later(): void {
    const slow = this.#lastParse > QUICK_PARSE_MILLISECONDS;
    // A quick parse joins the next frame. A slow one starts its wait anew, so that it falls into a pause.
    if (this.#cancel !== null && !slow) return;
    this.#cancel?.();
    const wait = slow ? Math.min(LONGEST_WAIT_MILLISECONDS, this.#lastParse * 3) : 0;
    this.#cancel = this.#schedule(() => this.refresh(), wait);
  }
}

/** After the next frame was painted, or soon in a tab that paints nothing because nobody sees it. */
function afterPaint(work: () => void, waitMilliseconds: number): () => void {
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    work();
  };
  const frame = requestAnimationFrame(() => setTimeout(once, waitMilliseconds));
  const backstop = setTimeout(once, waitMilliseconds + 250);
  return () => {
    done = true;
    cancelAnimationFrame(frame);
    clearTimeout(backstop);
  };
}
