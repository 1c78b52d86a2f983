import { Cell } from '#components/connection/cell.ts';
import type { DeckModelStore } from '#components/connection/deck-model-store.ts';
import type { SectionsStore } from '#components/connection/sections-store.ts';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import type { PresentationStore } from '#components/connection/presentation-store.ts';
import type { ShownBlame } from '#components/editor/blame-gutter.ts';
import type { DeckEditor } from '#components/editor/deck-editor.ts';
import type { Hint } from '#components/editor/hint.ts';
import { whyOwn } from '#lib/sections/own-section.ts';
import type { Section } from '#lib/slides/deck-model.ts';
import { CursorSlide } from './cursor-slide.ts';
import { HintsStore } from './hints-store.ts';
import { OutlineStore } from './outline-store.ts';

/** What outline, editor, slides and hints share: the deck's model, the slide the cursor is in, and how to go to another. */
export class DeckDesk {
  readonly models: DeckModelStore;
  readonly sections: SectionsStore;
  /** What of the deck is on the slides. */
  readonly presentation: PresentationStore;
  readonly hints: HintsStore;
  readonly outline: OutlineStore;
  readonly cursor: CursorSlide;
  /** Whether this person may change the text at this moment. */
  readonly writable = new Cell(false);
  /** Whether the editor is there. */
  readonly open = new Cell(false);
  /** Whether everything that is not this person's is folded away. */
  readonly onlyOwn = new Cell(false);
  #editor: DeckEditor | null = null;
  #blame: ShownBlame | null = null;
  #stop: (() => void) | null = null;

  /** `callDate` is the day of the call that the deck belongs to, or null. */
  constructor(
    { models, sections, presentation }: Pick<DeckSession, 'models' | 'sections' | 'presentation'>,
    callDate: string | null,
  ) {
    this.models = models;
    this.sections = sections;
    this.presentation = presentation;
    this.hints = new HintsStore(models, callDate);
    this.outline = new OutlineStore(models, sections, this.hints);
    this.cursor = new CursorSlide(models);
  }

  /** The editor has opened, or (null) has gone. */
  readonly setEditor = (editor: DeckEditor | null): void => {
    this.#stop?.();
    this.#stop = null;
    this.#editor = editor;
    this.open.set(editor !== null);
    if (editor === null) return;
    const show = () => {
      const model = this.models.getSnapshot();
      editor.showModel(model);
      editor.showHints(this.hints.getSnapshot(), model.text);
    };
    show();
    if (this.#blame !== null) editor.showBlame(this.#blame);
    this.#stop = this.hints.subscribe(show);
  };

  /** Whether this person may change the text was decided anew. */
  readonly setWritable = (writable: boolean): void => {
    this.#editor?.setWritable(writable);
    this.writable.set(writable);
  };

  /** Puts the cursor into a slide; outline and slides follow the cursor. `write` takes the keyboard along. */
  readonly choose = (index: number, keyboard: 'write' | 'look'): void => {
    const slide = this.models.refresh().slides[index];
    if (slide === undefined) return;
    this.#editor?.goTo(slide.body, keyboard === 'write' ? 'focus' : 'stay');
    // Also where there is no editor yet, or one that found the cursor there already.
    this.cursor.moveTo(slide.body.from, this.models.getSnapshot().text.length);
  };

  /** Selects the words of a hint, with the keyboard there. */
  readonly goToHint = (hint: Hint): void => this.#editor?.goToHint(hint.id);

  /** Writes the fixes of these hints into the text, as one step that can be undone. */
  readonly mend = (hints: readonly Hint[]): void => this.#editor?.mendHints(new Set(hints.map(({ id }) => id)));

  /** Folds everything away that is not this person's, or shows all of it. */
  readonly showOnlyOwn = (only: boolean, personId: string | null): void => {
    const { sections } = this.models.refresh();
    const placed = this.sections.getSnapshot();
    const others = sections.filter((_, at) => {
      const section = placed[at];
      return section !== undefined && whyOwn(section, personId) === null;
    });
    this.#editor?.fold(only ? others.map(({ range }) => range) : []);
    this.onlyOwn.set(only);
    const own = placed.find((section) => whyOwn(section, personId) !== null);
    if (only && own !== undefined) this.choose(own.section.fromSlide, 'write');
  };

  /** Writes lines at the end of the section that the cursor stands in. */
  readonly takeOver = (lines: string): void => {
    const section = this.#currentSection();
    if (section !== undefined) this.#editor?.insertAtEnd(section.range, lines);
  };

  #currentSection(): Section | undefined {
    const { sections } = this.models.refresh();
    return sections.findLast(({ fromSlide }) => fromSlide <= this.cursor.getSnapshot());
  }

  /** Says in the margin who wrote each line, or (null) nothing there. */
  readonly showBlame = (blame: ShownBlame | null): void => {
    if (blame === this.#blame) return;
    this.#blame = blame;
    this.#editor?.showBlame(blame);
  };

  /** Takes the keyboard to the text, wherever the cursor is. */
  readonly write = (): void => this.#editor?.focus();

  /** Somebody went on with the keys of the preview: the cursor comes along, unless it is in that slide already. */
  readonly shown = (index: number): void => {
    if (index !== this.cursor.getSnapshot()) this.choose(index, 'look');
  };
}
