import type { Extension } from '@codemirror/state';
import { EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

/** How long the caret is there, and how long it is gone. */
const BLINK_MILLISECONDS = 600;

/**
 * Blinks the caret that CodeMirror draws, by a timer. CodeMirror's own animation makes the browser draw the whole page sixty
 * times a second for as long as somebody writes, and a key that is pressed meanwhile waits for the next of these frames.
 */
export function caretBlink(): Extension {
  return [ViewPlugin.fromClass(CaretBlink), withoutAnimation];
}

const withoutAnimation = EditorView.theme({
  '&.cm-focused > .cm-scroller > .cm-cursorLayer': { animation: 'none !important' },
});

class CaretBlink {
  readonly #view: EditorView;
  #timer: ReturnType<typeof setInterval> | null = null;

  constructor(view: EditorView) {
    this.#view = view;
    this.#begin();
  }

  update({ docChanged, selectionSet, focusChanged }: ViewUpdate): void {
    if (docChanged || selectionSet || focusChanged) this.#begin();
  }

  destroy(): void {
    this.#stop();
  }

  /** A caret that moved is seen at once, and stays as long as one that rests. */
  #begin(): void {
    this.#stop();
    if (this.#view.hasFocus) this.#timer = setInterval(() => this.#toggle(), BLINK_MILLISECONDS);
  }

  #stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    this.#caret()?.style.removeProperty('visibility');
  }

  #toggle(): void {
    const style = this.#caret()?.style;
    if (style !== undefined) style.visibility = style.visibility === 'hidden' ? '' : 'hidden';
  }

  #caret(): HTMLElement | null {
    return this.#view.scrollDOM.querySelector<HTMLElement>(':scope > .cm-cursorLayer');
  }
}
