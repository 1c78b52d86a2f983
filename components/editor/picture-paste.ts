import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** Hears of files that were pasted or dropped into the text, with the offset where they should stand. */
export type TakeFiles = (files: readonly File[], at: number) => void;

/** Files that are pasted or dropped come in as pictures; everything else is the editor's as ever. */
export function picturePaste(take: TakeFiles): Extension {
  return EditorView.domEventHandlers({
    paste(event, view) {
      const files = pastedFiles(event.clipboardData);
      if (files.length === 0 || view.state.readOnly) return false;
      take(files, view.state.selection.main.to);
      event.preventDefault();
      return true;
    },
    drop(event, view) {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0 || view.state.readOnly) return false;
      take(files, view.posAtCoords({ x: event.clientX, y: event.clientY }, false));
      event.preventDefault();
      return true;
    },
  });
}

/** Programs put a picture of the text beside the text: whoever pastes words wants words. */
function pastedFiles(clipboard: DataTransfer | null): readonly File[] {
  if (clipboard === null || clipboard.getData('text/plain') !== '') return [];
  return [...clipboard.files];
}
