import type { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { messages } from '#lib/messages/en.ts';
import type { SourceRange, TextEdit } from '#lib/slides/deck-model.ts';
import type { Hint } from './hint.ts';
import { placedHints, type PlacedHint } from './placed-hints.ts';
import { dispatchAsStep } from './undo-step.ts';

/**
 * Writes the fixes of these hints into the text, together one step of this person's undo. What was changed since the hint was
 * found is left as it is, and who may only read changes nothing. Says whether anything was mended.
 */
export function mendHints(view: EditorView, ids: ReadonlySet<string>): boolean {
  const { state } = view;
  if (state.readOnly) return false;
  const edits = placedHints(state)
    .filter(({ marked }) => ids.has(marked.hint.id))
    .flatMap((placed) => fixNow(state, placed) ?? []);
  const changes = withoutOverlaps(edits);
  const [first] = changes;
  if (first === undefined) return false;
  dispatchAsStep(view, {
    changes,
    // The cursor goes where one thing was mended, and the slides with it; of many it does not choose.
    ...(changes.length === 1 ? { selection: { anchor: first.from + first.insert.length } } : {}),
    effects: [
      EditorView.scrollIntoView(first.from),
      EditorView.announce.of(messages.deck.hints.mended(changes.length)),
    ],
    userEvent: 'input.fix',
  });
  return true;
}

/** From where to where the text must be as it was, or a fix is none: over the hint and its fix. */
export function concernedBy({ range, fix }: Hint): SourceRange {
  return fix === null ? range : { from: Math.min(range.from, fix.from), to: Math.max(range.to, fix.to) };
}

/** The fix at its place in the text of this moment, or null when somebody changed what it is about. */
function fixNow(state: EditorState, { marked: { hint, was }, from }: PlacedHint): TextEdit | null {
  const { fix, range } = hint;
  if (fix === null) return null;
  const moved = from - range.from;
  const start = concernedBy(hint).from + moved;
  if (start < 0 || state.sliceDoc(start, start + was.length) !== was) return null;
  return { from: fix.from + moved, to: fix.to + moved, insert: fix.insert };
}

/** In the order of the text; of two that would change the same words the first. */
function withoutOverlaps(edits: readonly TextEdit[]): readonly TextEdit[] {
  let end = 0;
  return edits
    .toSorted((left, right) => left.from - right.from)
    .filter(({ from, to }) => {
      if (from < end) return false;
      end = to;
      return true;
    });
}
