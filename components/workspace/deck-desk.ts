import type { DeckModelStore } from '#components/connection/deck-model-store.ts';
import type { DeckEditor } from '#components/editor/deck-editor.ts';
import { CursorSlide } from './cursor-slide.ts';
import { OutlineStore } from './outline-store.ts';

/** What outline, editor and slides share: the deck's model, the slide the cursor is in, and how to go to another. */
export class DeckDesk {
  readonly models: DeckModelStore;
  readonly outline: OutlineStore;
  readonly cursor: CursorSlide;
  #editor: DeckEditor | null = null;
  #stop: (() => void) | null = null;

  constructor(models: DeckModelStore) {
    this.models = models;
    this.outline = new OutlineStore(models);
    this.cursor = new CursorSlide(models);
  }

  /** The editor has opened, or (null) has gone. */
  readonly setEditor = (editor: DeckEditor | null): void => {
    this.#stop?.();
    this.#stop = null;
    this.#editor = editor;
    if (editor === null) return;
    editor.showModel(this.models.getSnapshot());
    this.#stop = this.models.subscribe(() => editor.showModel(this.models.getSnapshot()));
  };

  /** Puts the cursor into a slide; outline and slides follow the cursor. `write` takes the keyboard along. */
  readonly choose = (index: number, keyboard: 'write' | 'look'): void => {
    const slide = this.models.refresh().slides[index];
    if (slide === undefined) return;
    this.#editor?.goTo(slide.body, keyboard === 'write' ? 'focus' : 'stay');
    // Also where there is no editor yet, or one that found the cursor there already.
    this.cursor.moveTo(slide.body.from, this.models.getSnapshot().text.length);
  };

  /** Puts the cursor at an offset of the text, to look at something in it. */
  readonly jump = (from: number, to: number): void => this.#editor?.goTo({ from, to }, 'focus');

  /** Somebody went on with the keys of the preview: the cursor comes along, unless it is in that slide already. */
  readonly shown = (index: number): void => {
    if (index !== this.cursor.getSnapshot()) this.choose(index, 'look');
  };
}
