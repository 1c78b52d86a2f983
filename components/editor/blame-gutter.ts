import type { Extension, Range } from '@codemirror/state';
import { Compartment, RangeSet, StateEffect, StateField } from '@codemirror/state';
import type { ViewUpdate } from '@codemirror/view';
import { EditorView, gutter, GutterMarker, ViewPlugin } from '@codemirror/view';
import type * as Y from 'yjs';
import { BlameIndex, blameLines, type BlameLine } from '#lib/history/blame-lines.ts';
import type { BlameView } from '#lib/history/history-views.ts';
import { typedRuns } from '#lib/history/typed-runs.ts';
import { messages } from '#lib/messages/en.ts';
import { initialsOf } from '#lib/people/initials.ts';

const words = messages.history.blame;

/** Who wrote which line, to be shown in the margin. */
export interface ShownBlame {
  readonly blame: BlameView;
  /** An instant in seconds since 1970, as people say it. */
  readonly sayWhen: (seconds: number) => string;
  /** Called when there are words of which nothing is known yet. */
  readonly onNewer: () => void;
}

/** Lines are looked at again once typing rests: each key would walk through the whole text. */
const REST_MILLISECONDS = 250;

const place = new Compartment();
const setMarks = StateEffect.define<RangeSet<GutterMarker>>();

const marks = StateField.define<RangeSet<GutterMarker>>({
  create: () => RangeSet.empty,
  update(before, transaction) {
    const effect = transaction.effects.find((each) => each.is(setMarks));
    return effect?.is(setMarks) === true ? effect.value : before.map(transaction.changes);
  },
});

/** Room for a margin that says who wrote each line; empty until `showBlame` fills it. */
export function blameGutter(): Extension {
  return place.of([]);
}

/** Shows who wrote which line, or (null) nothing any more. It goes by Yjs ids, so it holds while people type. */
export function showBlame(view: EditorView, text: Y.Text, shown: ShownBlame | null): void {
  view.dispatch({ effects: place.reconfigure(shown === null ? [] : margin(text, shown)) });
}

function margin(text: Y.Text, shown: ShownBlame): Extension {
  return [
    marks,
    gutter({ class: 'cm-blame', markers: (view) => view.state.field(marks), initialSpacer: () => new Spacer() }),
    ViewPlugin.define((view) => new Blamer(view, text, shown)),
    theme,
  ];
}

class Blamer {
  readonly #view: EditorView;
  readonly #text: Y.Text;
  readonly #shown: ShownBlame;
  readonly #index: BlameIndex;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(view: EditorView, text: Y.Text, shown: ShownBlame) {
    this.#view = view;
    this.#text = text;
    this.#shown = shown;
    this.#index = new BlameIndex(shown.blame);
    // Not at once: a view may not be changed while it is being made.
    this.#lookSoon(0);
  }

  update(update: ViewUpdate): void {
    if (update.docChanged) this.#lookSoon(REST_MILLISECONDS);
  }

  destroy(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #lookSoon(milliseconds: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), milliseconds);
  }

  #look(): void {
    this.#timer = null;
    const { doc } = this.#view.state;
    const lines = blameLines(typedRuns(this.#text), this.#index);
    if (lines.length !== doc.lines) return this.#lookSoon(REST_MILLISECONDS);
    const ranges = lines.map((line, at): Range<GutterMarker> => {
      const first = at === 0 || lines[at - 1]?.person !== line.person;
      return this.#markOf(line, first).range(doc.line(at + 1).from);
    });
    this.#view.dispatch({ effects: setMarks.of(RangeSet.of(ranges)) });
    if (lines.some(({ person }) => person === null)) this.#shown.onNewer();
  }

  #markOf({ person, at }: BlameLine, first: boolean): BlameMark {
    if (person === null)
      return new BlameMark({ name: words.justNow, initials: '…', hue: null, title: words.justNow, first });
    const who = this.#shown.blame.people[person];
    if (who === undefined) return new BlameMark({ name: '', initials: '', hue: null, title: words.unknown, first });
    const { name, hue } = who;
    const title = at === 0 ? name : words.line(name, this.#shown.sayWhen(at));
    return new BlameMark({ name, initials: initialsOf(name), hue, title, first });
  }
}

interface Mark {
  readonly name: string;
  readonly initials: string;
  readonly hue: number | null;
  readonly title: string;
  /** The first of neighbouring lines of one person: it says who. */
  readonly first: boolean;
}

class BlameMark extends GutterMarker {
  readonly #mark: Mark;
  override readonly elementClass: string;

  constructor(mark: Mark) {
    super();
    this.#mark = mark;
    this.elementClass = mark.first ? 'cm-blame-first' : '';
  }

  override eq(other: GutterMarker): boolean {
    return (
      other instanceof BlameMark &&
      other.#mark.title === this.#mark.title &&
      other.#mark.first === this.#mark.first &&
      other.#mark.hue === this.#mark.hue
    );
  }

  override toDOM(): HTMLElement {
    const { name, initials, hue, title, first } = this.#mark;
    const box = document.createElement('div');
    box.className = 'cm-blame-mark';
    box.title = title;
    if (hue !== null) box.style.setProperty('--hue', String(hue));
    else box.classList.add('cm-blame-nobody');
    if (first) box.append(said('cm-blame-name', name), said('cm-blame-initials', initials));
    return box;
  }
}

function said(className: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}

/** Keeps the margin as wide as it is, whoever wrote. */
class Spacer extends GutterMarker {
  override toDOM(): HTMLElement {
    const box = document.createElement('div');
    box.className = 'cm-blame-mark';
    return box;
  }
}

const theme = EditorView.theme({
  '.cm-blame .cm-gutterElement': { padding: '0 0 0 8px' },
  '.cm-blame-mark': {
    boxSizing: 'border-box',
    width: '9em',
    height: '100%',
    minHeight: '1.6em',
    padding: '0 6px',
    borderInlineEnd: '3px solid oklch(0.64 0.13 var(--hue))',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    textAlign: 'end',
    font: '12px/1.87 var(--font-sans)',
    color: 'var(--plenum-soft)',
    cursor: 'help',
  },
  '.cm-blame-nobody': { borderInlineEndColor: 'var(--plenum-line)', fontStyle: 'italic' },
  '.cm-blame-initials': { display: 'none' },
  '@media (width < 64rem)': {
    '.cm-blame-mark': { width: '3em', padding: '0 3px' },
    '.cm-blame-name': { display: 'none' },
    '.cm-blame-initials': { display: 'inline' },
  },
});
