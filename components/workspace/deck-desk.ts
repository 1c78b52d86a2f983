import { Cell } from '#components/connection/cell.ts';
import type { DeckModelStore } from '#components/connection/deck-model-store.ts';
import type { SectionsStore } from '#components/connection/sections-store.ts';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import type { PresentationStore } from '#components/connection/presentation-store.ts';
import type { ShownBlame } from '#components/editor/blame-gutter.ts';
import type { DeckEditor } from '#components/editor/deck-editor.ts';
import type { Hint } from '#components/editor/hint.ts';
import type { PicturePlaces } from '#components/pictures/incoming-pictures.ts';
import type { KeptCopy } from '#lib/assets/foreign-pictures.ts';
import { whyOwn } from '#lib/sections/own-section.ts';
import type { Section, TextEdit } from '#lib/slides/deck-model.ts';
import type { PictureRules } from '#lib/stage/picture-address.ts';
import { CopiesStore, type KeepCopy } from './copies-store.ts';
import { CursorSlide } from './cursor-slide.ts';
import { HintsStore } from './hints-store.ts';
import { OutlineStore } from './outline-store.ts';
import { PictureMenu } from './picture-menu.ts';

/** What outline, editor, slides and hints share: the deck's model, the slide the cursor is in, and how to go to another. */
export class DeckDesk {
  readonly models: DeckModelStore;
  readonly sections: SectionsStore;
  /** What of the deck is on the slides. */
  readonly presentation: PresentationStore;
  readonly hints: HintsStore;
  /** Which pictures are shown, with those of which a copy was kept a moment ago. */
  readonly pictures = new Cell<PictureRules>({ assets: {}, foreignPictures: true });
  readonly copies: CopiesStore;
  readonly outline: OutlineStore;
  readonly cursor: CursorSlide;
  readonly pictureMenu: PictureMenu;
  /** Whether this person may change the text at this moment. */
  readonly writable = new Cell(false);
  /** Whether the editor is there. */
  readonly open = new Cell(false);
  /** Whether everything that is not this person's is folded away. */
  readonly onlyOwn = new Cell(false);
  #editor: DeckEditor | null = null;
  #blame: ShownBlame | null = null;
  #stop: (() => void) | null = null;
  /** Copies that were kept from here, also while the page that was read is older. */
  #own: PictureRules['assets'] = {};

  /** `callDate` is the day of the call that the deck belongs to, or null; `keepCopy` keeps a copy of a picture that it shows. */
  constructor(
    { models, sections, presentation }: Pick<DeckSession, 'models' | 'sections' | 'presentation'>,
    callDate: string | null,
    keepCopy: KeepCopy,
  ) {
    this.models = models;
    this.sections = sections;
    this.presentation = presentation;
    this.copies = new CopiesStore(keepCopy, this.#kept);
    this.hints = new HintsStore(models, callDate, this.pictures);
    this.outline = new OutlineStore(models, sections, this.hints);
    this.cursor = new CursorSlide(models);
    this.pictureMenu = new PictureMenu(models, this.cursor);
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

  /** The page was read again: these copies are kept by now. */
  readonly showPictures = ({ assets, foreignPictures }: PictureRules): void =>
    this.pictures.set({ assets: { ...this.#own, ...assets }, foreignPictures });

  readonly #kept = ({ address, path }: KeptCopy): void => {
    this.#own = { ...this.#own, [address]: path };
    this.showPictures(this.pictures.getSnapshot());
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

  /** Writes the fixes of these hints into the text, as one step that can be undone; keeps copies of the pictures they are about. */
  readonly mend = (hints: readonly Hint[]): void => {
    this.copies.keep(hints.flatMap(({ foreign }) => foreign ?? []));
    this.#editor?.mendHints(new Set(hints.map(({ id }) => id)));
  };

  /** Makes edits of this text, as one step that can be undone; false when it is another by now, or may not be changed. */
  readonly change = (edits: readonly TextEdit[], text: string): boolean => this.#editor?.change(edits, text) ?? false;

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

  /** Where pictures will stand that are on their way. While there is no editor they have no place, and cannot be written. */
  readonly places: PicturePlaces = {
    open: (id, name, at) => this.#editor?.openPlace(id, name, at),
    progress: (id, percent) => this.#editor?.showProgress(id, percent),
    fill: (id, markdown) => this.#editor?.fillPlace(id, markdown) ?? false,
    close: (id) => this.#editor?.closePlace(id),
    describe: (reference, alt) => this.#editor?.describePicture(reference, alt),
  };

  /** Takes the keyboard to the text, wherever the cursor is. */
  readonly write = (): void => this.#editor?.focus();

  /** Somebody went on with the keys of the preview: the cursor comes along, unless it is in that slide already. */
  readonly shown = (index: number): void => {
    if (index !== this.cursor.getSnapshot()) this.choose(index, 'look');
  };
}
