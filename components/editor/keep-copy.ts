import { Facet } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { Hint } from './hint.ts';

/** Keeps a copy of the picture at an address, as the page does it. */
export const keepCopyOf = Facet.define<(address: string) => void>();

/** Asks the page for a copy of the foreign picture that a hint is about. Says whether there was anything to ask for. */
export function keepCopy(view: EditorView, { foreign }: Hint): boolean {
  if (foreign === null || view.state.readOnly) return false;
  for (const keep of view.state.facet(keepCopyOf)) keep(foreign);
  return true;
}
