import { lintGutter, setDiagnostics } from '@codemirror/lint';
import type { EditorState, Extension } from '@codemirror/state';
import { EditorView, highlightActiveLineGutter, tooltips } from '@codemirror/view';
import type { Hint } from './hint.ts';
import { closeTooltips } from './hint-keys.ts';
import { hintTheme } from './hint-theme.ts';
import { hintTooltip } from './hint-tooltip.ts';
import { concernedBy } from './mend-hints.ts';
import { placedHints, type MarkedHint, type PlacedHint } from './placed-hints.ts';

/** A mark beside each line with hints, and what they say under the pointer. The hints come from the page, never from this text. */
export function hintMarks(): Extension {
  return [
    lintGutter(),
    highlightActiveLineGutter(),
    hintTheme(),
    tooltips({ tooltipSpace: besideText }),
    EditorView.domEventHandlers({ blur: (_event, view) => void closeTooltips(view) }),
  ];
}

/**
 * Shows these hints, which were found in `text`; where the editor's went on since it keeps its marks until it is read again. Does
 * nothing when they have moved there by themselves already: setting them closes what is open under the pointer.
 */
export function showHints(view: EditorView, hints: readonly Hint[], text: string): void {
  if (text.length !== view.state.doc.length || areShown(view.state, hints, text)) return;
  view.dispatch(
    setDiagnostics(
      view.state,
      hints.map((hint) => markOf(hint, text)),
    ),
  );
}

/** Selects the words of a hint where they are now, and takes the keyboard there. */
export function goToHint(view: EditorView, id: string): void {
  const found = placedHints(view.state).find(({ marked }) => marked.hint.id === id);
  if (found === undefined) return;
  view.dispatch({
    // The head in front: behind the last word it might stand in the next slide already.
    selection: { anchor: found.to, head: found.from },
    effects: EditorView.scrollIntoView(found.from, { y: 'center' }),
  });
  view.focus();
}

/** Not over the head of the page. */
function besideText({ dom }: EditorView): { left: number; right: number; top: number; bottom: number } {
  const { top, bottom } = dom.getBoundingClientRect();
  return { left: 0, right: innerWidth, top, bottom };
}

function markOf(hint: Hint, text: string): MarkedHint {
  const { from, to } = concernedBy(hint);
  return {
    from: hint.range.from,
    to: hint.range.to,
    severity: hint.weight === 'fault' ? 'warning' : 'info',
    message: '',
    renderMessage: (shown) => hintTooltip(shown, hint),
    hint,
    was: text.slice(from, to),
  };
}

function areShown(state: EditorState, hints: readonly Hint[], text: string): boolean {
  const shown = new Map(placedHints(state).map((placed) => [placed.marked.hint.id, placed]));
  return shown.size === hints.length && hints.every((hint) => isShown(hint, shown.get(hint.id), text));
}

function isShown(hint: Hint, placed: PlacedHint | undefined, text: string): boolean {
  if (placed === undefined || placed.from !== hint.range.from || placed.to !== hint.range.to) return false;
  const { hint: before, was } = placed.marked;
  const { from, to } = concernedBy(hint);
  return was === text.slice(from, to) && sameFix(hint, before);
}

/** Whether two hints, wherever they stand, are mended by the same edit. */
function sameFix({ range, fix }: Hint, { range: then, fix: before }: Hint): boolean {
  if (fix === null || before === null) return fix === before;
  return (
    fix.insert === before.insert &&
    fix.from - range.from === before.from - then.from &&
    fix.to - fix.from === before.to - before.from
  );
}
