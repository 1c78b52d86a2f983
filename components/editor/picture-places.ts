import { StateEffect, StateField, type ChangeDesc, type Extension } from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';
import { messages } from '#lib/messages/en.ts';
import { dispatchAsStep } from './undo-step.ts';

/** Where a picture will stand that is on its way. The text knows nothing of it before it is there. */
interface Place {
  readonly id: string;
  readonly name: string;
  readonly at: number;
  readonly percent: number | null;
}

const opened = StateEffect.define<Place>();
const progressed = StateEffect.define<{ readonly id: string; readonly percent: number }>();
const closed = StateEffect.define<string>();

const places = StateField.define<readonly Place[]>({
  create: () => [],
  update(before, { changes, effects }) {
    // Whoever closes a place with a change has filled it.
    const filled = before.findIndex(({ id }) => effects.some((effect) => effect.is(closed) && effect.value === id));
    let after = changes.empty
      ? before
      : before.map((place, index) => moved(place, changes, filled !== -1 && index > filled));
    for (const effect of effects) {
      if (effect.is(opened)) after = [...after, effect.value];
      else if (effect.is(closed)) after = after.filter(({ id }) => id !== effect.value);
      else if (effect.is(progressed)) {
        const { id, percent } = effect.value;
        after = after.map((place) => (place.id === id ? { ...place, percent } : place));
      }
    }
    return after;
  },
  provide: (field) => EditorView.decorations.from(field, chips),
});

/** What is typed at a place goes behind it; the picture of a place before it goes in front. */
function moved(place: Place, changes: ChangeDesc, isBehind: boolean): Place {
  return { ...place, at: changes.mapPos(place.at, isBehind ? 1 : -1) };
}

/** Marks where pictures will stand. */
export function picturePlaces(): Extension {
  return [places, chipTheme];
}

/** Keeps a place at an offset, or (null) at the cursor. */
export function openPlace(view: EditorView, { id, name }: Pick<Place, 'id' | 'name'>, at: number | null): void {
  const offset = Math.min(at ?? view.state.selection.main.to, view.state.doc.length);
  view.dispatch({ effects: opened.of({ id, name, at: offset, percent: null }) });
}

/** Says how much of it is there. */
export function showProgress(view: EditorView, id: string, percent: number): void {
  view.dispatch({ effects: progressed.of({ id, percent }) });
}

export function closePlace(view: EditorView, id: string): void {
  if (view.state.field(places).some((place) => place.id === id)) view.dispatch({ effects: closed.of(id) });
}

/** Writes Markdown at a place, or at the cursor when it has gone with its editor; false when the text is closed for writing. */
export function fillPlace(view: EditorView, id: string, markdown: string): boolean {
  if (view.state.readOnly) return false;
  const at = view.state.field(places).find((place) => place.id === id)?.at ?? view.state.selection.main.to;
  const insert = withGaps(view, at, markdown);
  // Whoever has not gone on meanwhile goes on behind it; everybody else stays where they are.
  const { main } = view.state.selection;
  dispatchAsStep(view, {
    changes: { from: at, insert },
    ...(main.empty && main.head === at ? { selection: { anchor: at + insert.length } } : {}),
    effects: closed.of(id),
    userEvent: 'input.paste',
  });
  return true;
}

/** Pictures that came together stand on lines of their own; one within a sentence stays in it, apart from its neighbours. */
function withGaps(view: EditorView, at: number, markdown: string): string {
  const { text, from } = view.state.doc.lineAt(at);
  const [before, after] = [text.slice(0, at - from), text.slice(at - from)];
  const picture = /!\[[^\n]*\]\([^\n]*\)$/;
  const gapBefore = picture.test(before) ? '\n' : /\S$/.test(before) ? ' ' : '';
  const gapAfter = after.startsWith('![') ? '\n' : /^\S/.test(after) ? ' ' : '';
  return `${gapBefore}${markdown}${gapAfter}`;
}

class Chip extends WidgetType {
  readonly #words: string;

  constructor(words: string) {
    super();
    this.#words = words;
  }

  override eq(other: Chip): boolean {
    return other.#words === this.#words;
  }

  override toDOM(): HTMLElement {
    const chip = document.createElement('span');
    chip.className = 'cm-incoming-picture';
    chip.textContent = this.#words;
    // The list below the text says it to whoever listens.
    chip.setAttribute('aria-hidden', 'true');
    return chip;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

function chips(all: readonly Place[]): DecorationSet {
  return Decoration.set(
    all.map(({ at, name, percent }) =>
      Decoration.widget({ widget: new Chip(messages.incoming.place(name, percent)), side: -1 }).range(at),
    ),
    true,
  );
}

const chipTheme = EditorView.baseTheme({
  '.cm-incoming-picture': {
    display: 'inline-block',
    maxWidth: '18em',
    padding: '0 0.5em',
    margin: '0 0.25em',
    borderRadius: '6px',
    border: '1px dashed var(--plenum-soft)',
    color: 'var(--plenum-soft)',
    fontSize: '0.85em',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    verticalAlign: 'bottom',
  },
});
