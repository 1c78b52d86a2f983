import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { anchorAt, resolveLivingAnchor } from '#lib/deck/anchor.ts';
import { resolveAnchors } from '#lib/deck/anchors.ts';
import { resolveCursors } from '#lib/deck/cursors.ts';
import { editDeckText } from '#lib/deck/edit-text.ts';
import { moveText } from '#lib/deck/move-text.ts';
import { MovedText } from '#lib/deck/moved-text.ts';
import { headingLine } from '#lib/sections/heading-line.ts';
import { knownHeadings } from '#lib/sections/known-headings.ts';
import { moveEdit } from '#lib/sections/section-move.ts';
import type { DeckModel, Section, SourceRange } from '#lib/slides/deck-model.ts';

/** What a move needs of an open deck. */
interface DeckToMove {
  readonly connection: Pick<DeckSession['connection'], 'doc' | 'awareness'>;
  readonly models: Pick<DeckSession['models'], 'refresh'>;
  readonly sections: Pick<DeckSession['sections'], 'order'>;
}

/** A move that can be taken back. */
interface LastMove {
  /** Of the moved section's heading. */
  readonly anchor: string;
  readonly title: string;
  /** The number it had. */
  readonly from: number;
  /** The deck before and after it. */
  readonly before: string;
  readonly after: string;
}

/** Moves sections of an open deck, and takes the last move back. */
export class BoardMoves {
  readonly #deck: DeckToMove;
  readonly #moved: MovedText;
  /** Anchors of the sections that were taken out and put in again. */
  readonly #copies: string[] = [];
  #last: LastMove | null = null;

  constructor(deck: DeckToMove) {
    this.#deck = deck;
    this.#moved = new MovedText(deck.connection.doc, this);
  }

  /** Makes section number `from` number `to`; false when the text cannot be put in that order. */
  readonly move = (from: number, to: number): boolean => {
    const before = this.#deck.models.refresh().text;
    const after = this.#carry(from, to);
    const moved = after?.sections[to];
    if (after === null || moved === undefined) return false;
    this.#last = { anchor: this.#anchorOf(after, moved), title: moved.title, from, before, after: after.text };
    return true;
  };

  /**
   * Takes the last move back; gives the number that the section has again, or null when that cannot be done any more. It is moved
   * once more, not undone letter by letter: what others have typed in it since would stay behind.
   */
  readonly undo = (): number | null => {
    const last = this.#last;
    this.#last = null;
    if (last === null) return null;
    const { doc } = this.#deck.connection;
    const { text, sections } = this.#deck.models.refresh();
    const offset = resolveLivingAnchor(doc, last.anchor);
    const at = sections.findIndex(({ range, title }) => (offset === null ? title === last.title : isIn(range, offset)));
    const to = Math.min(last.from, sections.length - 1);
    if (this.#carry(at, to) === null) return null;
    // Where nobody has typed since, only line ends that the moves needed are too many.
    if (text === last.after) editDeckText(doc, last.before, this);
    return to;
  };

  close(): void {
    this.#moved.close();
  }

  /** Moves a section, and gives the model of the text after that; null when the text cannot be put in that order. */
  #carry(from: number, to: number): DeckModel | null {
    const { connection, models, sections } = this.#deck;
    const { doc } = connection;
    const before = models.refresh();
    const edit = moveEdit(before, { from, to, known: knownHeadings(sections.order.getSnapshot()) });
    if (edit === null) return null;
    const [low, high] = from < to ? [from, to] : [to, from];
    const ahead = before.sections[low];
    const anchor = ahead === undefined ? '' : this.#anchorOf(before, ahead);
    moveText(doc, edit, { origin: this, busy: this.#busy(), moved: this.#moved });
    const after = models.refresh();
    // What stood ahead stands behind now; of the two only one was taken out.
    const seam = from < to ? high : low + 1;
    const stayed = resolveLivingAnchor(doc, anchor) !== null;
    const copied = stayed ? after.sections.slice(low, seam) : after.sections.slice(seam, high + 1);
    this.#copies.push(...copied.map((section) => this.#anchorOf(after, section)));
    return after;
  }

  /**
   * How much is going on in a stretch: cursors; and what was taken out lately stays in, as long as there are none in the other, for
   * what others had typed there is brought to where it stands now.
   */
  #busy(): (range: SourceRange) => number {
    const { doc, awareness } = this.#deck.connection;
    const cursors = resolveCursors(doc, awareness).map(({ offset }) => offset);
    const copies = resolveAnchors(doc, this.#copies).filter((offset) => offset !== null);
    return (range) =>
      cursors.filter((offset) => isIn(range, offset)).length + (copies.some((offset) => isIn(range, offset)) ? 0.5 : 0);
  }

  #anchorOf(model: DeckModel, section: Section): string {
    return anchorAt(this.#deck.connection.doc, headingLine(model, section).letter);
  }
}

function isIn({ from, to }: SourceRange, offset: number): boolean {
  return from <= offset && offset < to;
}
