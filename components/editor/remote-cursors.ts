import type { Extension, Range } from '@codemirror/state';
import { Annotation } from '@codemirror/state';
import type { DecorationSet, EditorView, ViewUpdate } from '@codemirror/view';
import { Decoration, ViewPlugin, WidgetType } from '@codemirror/view';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { z } from 'zod';

/** Others' cursors as they arrive: written by any client, so nothing of it is believed before it is parsed. */
const itemId = z.object({ client: z.number(), clock: z.number() });
const relativePosition = z.object({
  type: itemId.nullish(),
  tname: z.string().nullish(),
  item: itemId.nullish(),
  assoc: z.number().nullish(),
});
const remoteState = z.object({
  user: z.object({ name: z.string().max(300), hue: z.number() }),
  cursor: z.object({ anchor: relativePosition, head: relativePosition }),
});
type RelativePositionJson = z.infer<typeof relativePosition>;

interface RemoteCursor {
  readonly name: string;
  readonly hue: number;
  readonly anchor: number;
  readonly head: number;
}

/** Others see a cursor move this much later at most; sending each key's would cost every page in the room. */
const TELL_MILLISECONDS = 60;

const cursorsMoved = Annotation.define<boolean>();

/** Shows where the others write, each with name and colour, and tells them where this person does. */
export function remoteCursors(text: Y.Text, awareness: Awareness): Extension {
  return ViewPlugin.define((view) => new RemoteCursors(view, text, awareness), {
    decorations: (plugin) => plugin.decorations,
  });
}

class RemoteCursors {
  readonly #text: Y.Text;
  readonly #awareness: Awareness;
  readonly #listener: (change: AwarenessChange) => void;
  #telling: ReturnType<typeof setTimeout> | null = null;
  decorations: DecorationSet = Decoration.none;

  constructor(view: EditorView, text: Y.Text, awareness: Awareness) {
    this.#text = text;
    this.#awareness = awareness;
    this.#listener = ({ added, updated, removed }) => {
      const others = [...added, ...updated, ...removed].some((client) => client !== awareness.clientID);
      if (others) view.dispatch({ annotations: cursorsMoved.of(true) });
    };
    awareness.on('change', this.#listener);
    this.decorations = this.#draw(view);
  }

  update(update: ViewUpdate): void {
    if (update.selectionSet || update.focusChanged) this.#tellSoon(update.view);
    const moved = update.transactions.some((transaction) => transaction.annotation(cursorsMoved) === true);
    if (moved) this.decorations = this.#draw(update.view);
    else if (update.docChanged) this.decorations = this.decorations.map(update.changes);
  }

  destroy(): void {
    if (this.#telling !== null) clearTimeout(this.#telling);
    this.#awareness.off('change', this.#listener);
    this.#awareness.setLocalStateField('cursor', null);
  }

  #tellSoon(view: EditorView): void {
    this.#telling ??= setTimeout(() => {
      this.#telling = null;
      this.#tell(view);
    }, TELL_MILLISECONDS);
  }

  #tell(view: EditorView): void {
    if (!view.hasFocus) return;
    const { anchor, head } = view.state.selection.main;
    this.#awareness.setLocalStateField('cursor', {
      anchor: Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(this.#text, anchor)),
      head: Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(this.#text, head)),
    });
  }

  #draw(view: EditorView): DecorationSet {
    const length = view.state.doc.length;
    const marks = [...this.#awareness.getStates()]
      .filter(([client]) => client !== this.#awareness.clientID)
      .flatMap(([, state]) => this.#read(state) ?? [])
      .filter(({ anchor, head }) => anchor <= length && head <= length)
      .flatMap((cursor) => marksOf(cursor));
    return Decoration.set(marks, true);
  }

  #read(state: unknown): RemoteCursor | null {
    const parsed = remoteState.safeParse(state);
    if (!parsed.success) return null;
    const anchor = this.#offset(parsed.data.cursor.anchor);
    const head = this.#offset(parsed.data.cursor.head);
    return anchor === null || head === null ? null : { ...parsed.data.user, anchor, head };
  }

  #offset(json: RelativePositionJson): number | null {
    const { doc } = this.#text;
    if (doc === null) return null;
    const position = Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(json), doc, false);
    return position?.type === this.#text ? position.index : null;
  }
}

interface AwarenessChange {
  readonly added: readonly number[];
  readonly updated: readonly number[];
  readonly removed: readonly number[];
}

function marksOf(cursor: RemoteCursor): readonly Range<Decoration>[] {
  const from = Math.min(cursor.anchor, cursor.head);
  const to = Math.max(cursor.anchor, cursor.head);
  const side = cursor.head > cursor.anchor ? -1 : 1;
  const caret = Decoration.widget({ widget: new Caret(cursor.name, cursor.hue), side }).range(cursor.head);
  if (from === to) return [caret];
  return [
    Decoration.mark({ class: 'cm-other-selection', attributes: { style: `--hue: ${cursor.hue}` } }).range(from, to),
    caret,
  ];
}

class Caret extends WidgetType {
  readonly #name: string;
  readonly #hue: number;

  constructor(name: string, hue: number) {
    super();
    this.#name = name;
    this.#hue = hue;
  }

  override eq(other: Caret): boolean {
    return other.#name === this.#name && other.#hue === this.#hue;
  }

  override toDOM(): HTMLElement {
    const caret = document.createElement('span');
    caret.className = 'cm-other-caret';
    caret.style.setProperty('--hue', String(this.#hue));
    const flag = document.createElement('span');
    flag.className = 'cm-other-name';
    flag.textContent = this.#name;
    // Zero-width joiners keep the line's height and let no break fall between caret and letter.
    caret.append('\u2060', flag, '\u2060');
    // A screen reader reads the text, not the names between its letters.
    caret.setAttribute('aria-hidden', 'true');
    return caret;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}
