import { highlightSelectionMatches, search } from '@codemirror/search';
import type { Extension } from '@codemirror/state';
import { Compartment, EditorState } from '@codemirror/state';
import { drawSelection, dropCursor, EditorView, highlightActiveLine, placeholder } from '@codemirror/view';
import { yCollab } from 'y-codemirror.next';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { messages } from '#lib/messages/en.ts';
import { blameGutter } from './blame-gutter.ts';
import { caretBlink } from './caret-blink.ts';
import { deckKeys } from './deck-keys.ts';
import { deckLanguage } from './deck-language.ts';
import { deckTheme } from './deck-theme.ts';
import { foldSections } from './fold-sections.ts';
import { hintMarks } from './hint-marks.ts';
import { keepCursor } from './keep-cursor.ts';
import { picturePaste, type TakeFiles } from './picture-paste.ts';
import { picturePlaces } from './picture-places.ts';
import { keepCopyOf } from './keep-copy.ts';
import { quietDepth } from './quiet-depth.ts';
import { remoteCursors } from './remote-cursors.ts';
import { plainLineEnds, sizeLimit } from './size-limit.ts';
import { slideLines } from './slide-lines.ts';
import { describePicture } from './describe-picture.ts';
import { endUndoStep } from './undo-step.ts';

/** What an editor is made of besides its text. */
export interface DeckEditorSettings {
  readonly text: Y.Text;
  readonly awareness: Awareness;
  /** Nonce of the page's content security policy: without it CodeMirror's styles are refused. */
  readonly nonce: string;
  /** Called when the cursor or the text moved, with the cursor's offset and the length of the text. */
  readonly onCursor: (offset: number, length: number) => void;
  /** Called when an edit was stopped because the deck would become too long. */
  readonly onTooLong: () => void;
  /** Called with files that were pasted or dropped. */
  readonly onFiles: TakeFiles;
  /** Called when a copy of the picture at this address shall be kept. */
  readonly onKeepCopy: (address: string) => void;
  /** Called when the picture at this offset should be described. */
  readonly onDescribe: (offset: number) => void;
}

/** Everything the editor is, in order: text, guard, sharing, looks, keys. There is no other list. */
export function deckExtensions(settings: DeckEditorSettings): readonly Extension[] {
  const undoManager = ownUndo(settings.text);
  return [
    EditorView.cspNonce.of(settings.nonce),
    quietDepth(),
    plainLineEnds(),
    sizeLimit(settings.onTooLong),
    yCollab(settings.text, null, { undoManager }),
    remoteCursors(settings.text, settings.awareness),
    deckLanguage(),
    slideLines(),
    foldSections(),
    keepCursor(),
    endUndoStep.of(() => undoManager.stopCapturing()),
    blameGutter(),
    keepCopyOf.of(settings.onKeepCopy),
    hintMarks(),
    picturePaste(settings.onFiles),
    picturePlaces(),
    describePicture.of(settings.onDescribe),
    deckTheme(),
    EditorView.lineWrapping,
    drawSelection(),
    caretBlink(),
    dropCursor(),
    highlightActiveLine(),
    highlightSelectionMatches({ minSelectionLength: 3 }),
    search(),
    deckKeys(),
    placeholder(messages.deck.editor.placeholder),
    EditorState.phrases.of(messages.deck.editor.search),
    writingCompartment.of(writing(false)),
    cursorTeller(settings.onCursor),
  ];
}

/** Only what this editor did: by default Yjs would also undo changes of others that came without an origin. */
function ownUndo(text: Y.Text): Y.UndoManager {
  return new Y.UndoManager(text, { trackedOrigins: new Set() });
}

const writingCompartment = new Compartment();

/** Lets a person write in an open editor, or only read. */
export function setWritable(view: EditorView, writable: boolean): void {
  if (view.state.readOnly === writable) view.dispatch({ effects: writingCompartment.reconfigure(writing(writable)) });
}

/** Who may only read still puts the cursor in the text, selects and searches. */
function writing(writable: boolean): Extension {
  return [
    EditorState.readOnly.of(!writable),
    EditorView.contentAttributes.of({
      'aria-label': writable ? messages.deck.editor.label : messages.deck.editor.readOnlyLabel,
      'aria-description': writable ? messages.deck.editor.leaveHint : '',
      'aria-readonly': String(!writable),
      // It has the focus anyhow; checkers of accessibility believe it only when it says so.
      tabindex: '0',
      spellcheck: 'true',
      autocorrect: 'on',
      autocapitalize: 'sentences',
    }),
  ];
}

function cursorTeller(onCursor: DeckEditorSettings['onCursor']): Extension {
  return EditorView.updateListener.of((update) => {
    if (update.selectionSet || update.docChanged) onCursor(update.state.selection.main.head, update.state.doc.length);
  });
}
