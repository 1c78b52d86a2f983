import type { Extension } from '@codemirror/state';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { cleanDeckText } from '#lib/deck/deck-doc.ts';
import { MOST_DECK_CHARACTERS } from '#lib/deck/deck-limits.ts';

/**
 * Stops a person's own edit that would make the deck too long before it reaches the shared text, and tells `onRefused` once
 * per try. Edits that came from others pass: they are in the text already.
 */
export function sizeLimit(onRefused: () => void, most: number = MOST_DECK_CHARACTERS): Extension {
  return EditorState.transactionFilter.of((transaction) => {
    const typed = transaction.docChanged && transaction.isUserEvent('input');
    const grows = transaction.newDoc.length > transaction.startState.doc.length;
    if (!typed || !grows || transaction.newDoc.length <= most) return transaction;
    queueMicrotask(onRefused);
    return [];
  });
}

/** A deck knows only `\n`; text from other programs comes with line ends of theirs. */
export function plainLineEnds(): Extension {
  return [
    // Without this CodeMirror would take \r\n for one character, and its offsets would part from the shared text's.
    EditorState.lineSeparator.of('\n'),
    EditorView.clipboardInputFilter.of((text) => cleanDeckText(text)),
  ];
}
