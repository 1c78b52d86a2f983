import { forEachDiagnostic, type Diagnostic } from '@codemirror/lint';
import type { EditorState } from '@codemirror/state';
import type { SourceRange } from '#lib/slides/deck-model.ts';
import type { Hint } from './hint.ts';

/** A hint as the editor's linter keeps it. */
export interface MarkedHint extends Diagnostic {
  readonly hint: Hint;
  /** What the text said there when the hint was found, over hint and fix. */
  readonly was: string;
}

/** A hint and where it stands now: the linter moves it with every edit. */
export interface PlacedHint extends SourceRange {
  readonly marked: MarkedHint;
}

/** All hints that the editor shows, where they are now. */
export function placedHints(state: EditorState): readonly PlacedHint[] {
  const placed: PlacedHint[] = [];
  forEachDiagnostic(state, (marked, from, to) => {
    if (isMarkedHint(marked)) placed.push({ marked, from, to });
  });
  return placed;
}

/** Those that the main selection touches. */
export function hintsAtSelection(state: EditorState): readonly PlacedHint[] {
  const { main } = state.selection;
  return placedHints(state).filter(({ from, to }) => from <= main.to && to >= main.from);
}

function isMarkedHint(diagnostic: Diagnostic): diagnostic is MarkedHint {
  return 'hint' in diagnostic;
}
