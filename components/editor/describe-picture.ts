import { Facet } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { Hint } from './hint.ts';

/** Opens the menu of the picture at an offset. */
export const describePicture = Facet.define<(offset: number) => void, (offset: number) => void>({
  combine: (each) => (offset) => each.forEach((open) => open(offset)),
});

/** Whether a hint is mended by words that only a person knows: the menu of the picture asks for them. */
export function isDescribed({ code }: Pick<Hint, 'code'>): boolean {
  return code === 'missing-alt';
}

/** Asks for the description of the picture at an offset; false for who may only read. */
export function describe(view: EditorView, offset: number): boolean {
  if (view.state.readOnly) return false;
  view.state.facet(describePicture)(offset);
  return true;
}
