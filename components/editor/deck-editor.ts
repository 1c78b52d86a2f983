import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { messages } from '#lib/messages/en.ts';
import type { DeckModel, SourceRange, TextEdit } from '#lib/slides/deck-model.ts';
import { showBlame, type ShownBlame } from './blame-gutter.ts';
import type { DeckEditorSettings } from './deck-extensions.ts';
import { deckExtensions, setWritable } from './deck-extensions.ts';
import type { Hint } from './hint.ts';
import { foldAllOf } from './fold-sections.ts';
import { goToHint, showHints } from './hint-marks.ts';
import { mendHints } from './mend-hints.ts';
import { describeChanges } from '#lib/pictures/picture-edits.ts';
import { closePlace, fillPlace, openPlace, showProgress } from './picture-places.ts';
import { showSlideLines } from './slide-lines.ts';
import { dispatchAsStep } from './undo-step.ts';

/** What the page may ask of an open editor. Offsets are UTF-16, as in the deck's model. */
export interface DeckEditor {
  /** Puts the cursor on the first written line of a range and scrolls it to the top. `focus` also moves the keyboard there. */
  readonly goTo: (range: SourceRange, keyboard: 'focus' | 'stay') => void;
  readonly showModel: (model: DeckModel) => void;
  /** Marks the hints that were found in this text. */
  readonly showHints: (hints: readonly Hint[], text: string) => void;
  /** Selects the words of a hint and moves the keyboard there. */
  readonly goToHint: (id: string) => void;
  /** Writes the fixes of these hints, as one step of this person's undo. */
  readonly mendHints: (ids: ReadonlySet<string>) => void;
  /** Folds these stretches of the text away but for their headings, and nothing else. */
  readonly fold: (ranges: readonly SourceRange[]) => void;
  /** Writes lines at the end of a stretch of the text, as one step of this person's undo. */
  readonly insertAtEnd: (range: SourceRange, lines: string) => void;
  /** Makes edits of this text, as one step of this person's undo; false when it is another by now, or may not be changed. */
  readonly change: (edits: readonly TextEdit[], text: string) => boolean;
  /** Says in the margin who wrote each line, or (null) nothing there. */
  readonly showBlame: (blame: ShownBlame | null) => void;
  /** Keeps a place for a picture that is on its way: at an offset, or (null) at the cursor. */
  readonly openPlace: (id: string, name: string, at: number | null) => void;
  readonly showProgress: (id: string, percent: number) => void;
  /** Writes Markdown at such a place, as one step of this person's undo; false when the text is closed for writing. */
  readonly fillPlace: (id: string, markdown: string) => boolean;
  readonly closePlace: (id: string) => void;
  /** Writes what a picture shows wherever the text shows it without a description, as one step of this person's undo. */
  readonly describePicture: (reference: string, alt: string) => void;
  readonly focus: () => void;
  /** Whether this person may change the text; the server decides it anew at any moment. */
  readonly setWritable: (writable: boolean) => void;
  readonly destroy: () => void;
}

/**
 * Opens CodeMirror on the shared text inside `parent`, read only until `setWritable` says otherwise. The text must have arrived,
 * or the first keystroke would stand before it.
 */
export function openDeckEditor(parent: HTMLElement, settings: DeckEditorSettings): DeckEditor {
  const view = new EditorView({
    parent,
    state: EditorState.create({ doc: settings.text.toJSON(), extensions: deckExtensions(settings) }),
  });
  return {
    goTo: (range, keyboard) => goTo(view, range, keyboard),
    showModel: (model) => showSlideLines(view, model),
    showHints: (hints, text) => showHints(view, hints, text),
    goToHint: (id) => goToHint(view, id),
    mendHints: (ids) => void mendHints(view, ids),
    fold: (ranges) => foldAllOf(view, ranges),
    insertAtEnd: (range, lines) => insertAtEnd(view, range, lines),
    change: (edits, text) => change(view, edits, text),
    showBlame: (blame) => showBlame(view, settings.text, blame),
    openPlace: (id, name, at) => openPlace(view, { id, name }, at),
    showProgress: (id, percent) => showProgress(view, id, percent),
    fillPlace: (id, markdown) => fillPlace(view, id, markdown),
    closePlace: (id) => closePlace(view, id),
    describePicture: (reference, alt) => describePicture(view, reference, alt),
    focus: () => view.focus(),
    setWritable: (writable) => setWritable(view, writable),
    destroy: () => view.destroy(),
  };
}

function goTo(view: EditorView, range: SourceRange, keyboard: 'focus' | 'stay'): void {
  const anchor = Math.min(firstLineEnd(view, range), view.state.doc.length);
  view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'start', yMargin: 48 }) });
  if (keyboard === 'focus') view.focus();
}

/** The cursor lands behind the slide's first written line: what is typed there cannot break a heading's mark. */
function firstLineEnd(view: EditorView, range: SourceRange): number {
  const source = view.state.sliceDoc(range.from, range.to);
  const blank = source.length - source.trimStart().length;
  return blank === source.length ? range.from : view.state.doc.lineAt(range.from + blank).to;
}

function change(view: EditorView, edits: readonly TextEdit[], text: string): boolean {
  const { state } = view;
  if (state.readOnly || state.sliceDoc() !== text) return false;
  dispatchAsStep(view, {
    changes: [...edits],
    effects: EditorView.announce.of(messages.pictureMenu.changed),
    userEvent: 'input.picture',
  });
  return true;
}

function insertAtEnd(view: EditorView, { from, to }: SourceRange, lines: string): void {
  const text = view.state.sliceDoc(from, to);
  const at = from + text.trimEnd().length;
  // A list goes on with its next line, everything else begins a paragraph.
  const gap = /(?:^|\n)\s*[-*+] [^\n]*$/.test(text.trimEnd()) && /^\s*[-*+] /.test(lines) ? '\n' : '\n\n';
  const insert = `${gap}${lines}${/^\s*\n/.test(view.state.sliceDoc(at, to)) ? '' : '\n'}`;
  dispatchAsStep(view, {
    changes: { from: at, insert },
    selection: { anchor: at + gap.length + lines.length },
    scrollIntoView: true,
    userEvent: 'input.paste',
  });
}

function describePicture(view: EditorView, reference: string, alt: string): void {
  if (view.state.readOnly) return;
  const changes = describeChanges(view.state.doc.toString(), (address) => address === reference, alt).map(
    ({ at, remove, insert }) => ({ from: at, to: at + remove, insert }),
  );
  if (changes.length > 0) dispatchAsStep(view, { changes, userEvent: 'input' });
}
