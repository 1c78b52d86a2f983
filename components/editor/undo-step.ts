import type { TransactionSpec } from '@codemirror/state';
import { Facet } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

/** Ends the step that undo takes back: what comes next is a step of its own. */
export const endUndoStep = Facet.define<() => void, () => void>({
  combine: (each) => () => each.forEach((end) => end()),
});

/** Changes the text as one step of this person's undo, however soon after or before their typing. */
export function dispatchAsStep(view: EditorView, change: TransactionSpec): void {
  view.state.facet(endUndoStep)();
  view.dispatch(change);
  view.state.facet(endUndoStep)();
}
