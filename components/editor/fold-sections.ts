import { codeFolding, foldEffect, unfoldAll } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { messages } from '#lib/messages/en.ts';
import type { SourceRange } from '#lib/slides/deck-model.ts';

/** Text that can be folded away: a press on what stands for it, or the cursor in it, brings it back. */
export function foldSections(): Extension {
  return [
    codeFolding({ placeholderText: messages.deck.editor.folded }),
    EditorView.theme({
      '.cm-foldPlaceholder': {
        border: '0',
        borderRadius: '6px',
        margin: '0 0.5em',
        padding: '0 0.5em',
        background: 'var(--plenum-well)',
        color: 'var(--plenum-soft)',
        cursor: 'pointer',
      },
    }),
  ];
}

/** Folds these stretches away, each but its heading's line; nothing else stays folded. */
export function foldAllOf(view: EditorView, ranges: readonly SourceRange[]): void {
  unfoldAll(view);
  const effects = ranges.flatMap((range) => {
    const text = view.state.sliceDoc(range.from, range.to);
    const from = view.state.doc.lineAt(range.from + Math.max(0, text.search(/#/))).to;
    const to = range.from + text.trimEnd().length;
    return from < to ? [foldEffect.of({ from, to })] : [];
  });
  if (effects.length > 0) view.dispatch({ effects });
}
