import { EditorSelection, EditorState, type Extension, type Transaction } from '@codemirror/state';

/** Shorter text may stand anywhere by chance. */
const SHORTEST = 20;

interface Piece {
  readonly from: number;
  readonly text: string;
}

/**
 * When a section that the cursor stands in is moved (taken out here and put in again there, in one step) the cursor goes along
 * instead of staying behind in its neighbour.
 */
export function keepCursor(): Extension {
  return EditorState.transactionFilter.of((transaction) => {
    const to = transaction.docChanged && transaction.selection === undefined ? placeAfterMove(transaction) : null;
    if (to === null) return transaction;
    return [transaction, { selection: EditorSelection.cursor(to), sequential: true }];
  });
}

/** Where the words around the cursor stand after a move; null when they were not moved. */
function placeAfterMove({ startState, changes }: Transaction): number | null {
  const { head } = startState.selection.main;
  let taken: Piece | null = null;
  const put: Piece[] = [];
  changes.iterChanges((...[from, to, at, , inserted]) => {
    if (from < head && head <= to) taken = { from, text: startState.sliceDoc(from, to) };
    if (inserted.length > 0) put.push({ from: at, text: inserted.toString() });
  });
  if (taken === null) return null;
  const { from, text }: Piece = taken;
  if (head === from + text.length && isWholeLines(text) && head < startState.doc.length) return null;
  // What was just typed and came too late for the move is brought after it, alone: the cursor goes with its last letters.
  const same = put.find((piece) => piece.text === text);
  return same === undefined ? placeIn(put, withoutSeparator({ from, text }), head) : same.from + head - from;
}

/** Behind them the cursor stands between two sections, and stays there. */
function isWholeLines(text: string): boolean {
  return text.length >= SHORTEST && text.endsWith('\n');
}

function placeIn(put: readonly Piece[], { from, text }: Piece, head: number): number | null {
  if (text.length < SHORTEST || head < from) return null;
  for (const piece of put) {
    const at = piece.text.indexOf(text);
    if (at !== -1) return piece.from + at + Math.min(head - from, text.length);
  }
  return null;
}

/** Its separator may be another one where it stands now, and so may the empty lines at its end. */
function withoutSeparator({ from, text }: Piece): Piece {
  const start = /^-{3,4}[ \t]*\n\s*/.exec(text)?.[0].length ?? 0;
  return { from: from + start, text: text.slice(start).replace(/\n+$/, '') };
}
