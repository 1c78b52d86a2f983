import { nextDiagnostic, previousDiagnostic } from '@codemirror/lint';
import type { Command, KeyBinding } from '@codemirror/view';
import { closeHoverTooltips, EditorView, hasHoverTooltips } from '@codemirror/view';
import { messages } from '#lib/messages/en.ts';
import { describe, isDescribed } from './describe-picture.ts';
import { isMendable } from './hint.ts';
import { keepCopy } from './keep-copy.ts';
import { mendHints } from './mend-hints.ts';
import { hintsAtSelection } from './placed-hints.ts';

/** From hint to hint, read out as the cursor comes there; the key that mends the one at the cursor, and the one that has done reading. */
export const HINT_KEYS: readonly KeyBinding[] = [
  { key: 'F8', run: aloud(nextDiagnostic), shift: aloud(previousDiagnostic), preventDefault: true },
  { key: 'Mod-.', run: mendHere, preventDefault: true },
  { key: 'Escape', run: closeTooltips },
];

function aloud(go: Command): Command {
  return (view) => {
    if (!go(view)) return false;
    const said = hintsAtSelection(view.state).map(({ marked: { hint } }) =>
      messages.problems.says[hint.code](hint.detail),
    );
    view.dispatch({ effects: EditorView.announce.of(said.join(' ')) });
    return true;
  };
}

/** What F8 opened goes also when the keyboard leaves the text. */
export function closeTooltips(view: EditorView): boolean {
  const open = hasHoverTooltips(view.state);
  if (open) view.dispatch({ effects: closeHoverTooltips });
  return open;
}

function mendHere(view: EditorView): boolean {
  const here = hintsAtSelection(view.state);
  const mendable = here.find(({ marked }) => isMendable(marked.hint))?.marked.hint;
  if (mendable !== undefined) return keepCopy(view, mendable) || mendHints(view, new Set([mendable.id]));
  const picture = here.find(({ marked }) => isDescribed(marked.hint));
  return picture !== undefined && describe(view, picture.from);
}
