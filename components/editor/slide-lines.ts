import type { Extension, Range } from '@codemirror/state';
import { StateEffect, StateField } from '@codemirror/state';
import type { DecorationSet } from '@codemirror/view';
import { Decoration, EditorView } from '@codemirror/view';
import type { DeckModel } from '#lib/slides/deck-model.ts';

/** Where a slide begins, as the editor marks it: offset of its separator line and the number people see. */
interface SlideStart {
  readonly from: number;
  /** Empty for a line of the front matter, which begins nothing. */
  readonly label: string;
}

const setStarts = StateEffect.define<readonly SlideStart[]>();

const slideStarts = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    const moved = marks.map(transaction.changes);
    const effect = transaction.effects.find((each) => each.is(setStarts));
    if (effect?.is(setStarts) !== true) return moved;
    return Decoration.set(effect.value.map((start) => lineMark(start)));
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** A hairline and a number where each slide begins. The places come from the deck's model, never from this text. */
export function slideLines(): Extension {
  return slideStarts;
}

/** Tells the editor where the slides begin now; costs nothing when the marks have moved there by themselves already. */
export function showSlideLines(view: EditorView, model: DeckModel): void {
  if (model.text.length !== view.state.doc.length) return;
  const starts = startsOf(model, view);
  if (!sameStarts(view, starts)) view.dispatch({ effects: setStarts.of(starts) });
}

function startsOf(model: DeckModel, view: EditorView): readonly SlideStart[] {
  const { doc } = view.state;
  const slides = model.slides
    .slice(1)
    .map((slide) => ({ from: doc.lineAt(slide.range.from).from, label: String(slide.index + 1) }));
  return [...frontMatterLines(model, view), ...slides];
}

function frontMatterLines(model: DeckModel, view: EditorView): readonly SlideStart[] {
  const { doc } = view.state;
  const { to } = model.frontMatterRange;
  if (to === 0) return [];
  const last = doc.lineAt(to - 1).number;
  return Array.from({ length: last }, (_line, at) => ({ from: doc.line(at + 1).from, label: '' }));
}

function sameStarts(view: EditorView, starts: readonly SlideStart[]): boolean {
  const marks = view.state.field(slideStarts);
  if (marks.size !== starts.length) return false;
  const cursor = marks.iter();
  for (const start of starts) {
    if (cursor.from !== start.from || labelOf(cursor.value) !== start.label) return false;
    cursor.next();
  }
  return true;
}

function lineMark(start: SlideStart): Range<Decoration> {
  if (start.label === '') return Decoration.line({ class: 'cm-front-matter' }).range(start.from);
  return Decoration.line({ class: 'cm-slide-start', attributes: { 'data-slide': start.label } }).range(start.from);
}

function labelOf(mark: Decoration | null): string {
  const attributes: unknown = mark?.spec.attributes;
  return typeof attributes === 'object' && attributes !== null && 'data-slide' in attributes
    ? String(attributes['data-slide'])
    : '';
}
