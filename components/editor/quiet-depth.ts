import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/**
 * Brackets or quotations that nest ten thousand deep are too much for the colouring of the text, which walks them by calling itself:
 * CodeMirror then goes on without colours, and that is all there is to say of it. Every other fault is ours, and loud.
 */
export function quietDepth(): Extension {
  return EditorView.exceptionSink.of((error: unknown) => {
    if (!isTooDeep(error)) reportError(error);
  });
}

/** Chromium and Safari throw a RangeError, Firefox an InternalError. */
function isTooDeep(error: unknown): boolean {
  return error instanceof Error && /call stack|recursion/i.test(error.message);
}
