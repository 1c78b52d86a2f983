import * as Y from 'yjs';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { moveText } from '#lib/deck/move-text.ts';
import { resolveCursors } from '#lib/deck/cursors.ts';
import type { MovedText } from '#lib/deck/moved-text.ts';
import { knownHeadings } from '#lib/sections/known-headings.ts';
import { moveEdit } from '#lib/sections/section-move.ts';

/** Moves sections of an open deck, so that what was moved last can be undone. */
export class BoardMoves {
  readonly #session: DeckSession;
  readonly #undo: Y.UndoManager;
  readonly #moved: MovedText[] = [];

  constructor(session: DeckSession) {
    this.#session = session;
    this.#undo = new Y.UndoManager(session.connection.text, { trackedOrigins: new Set([this]), captureTimeout: 0 });
  }

  /** Makes section number `from` number `to`; false when the text cannot be put in that order. */
  readonly move = (from: number, to: number): boolean => {
    const { connection, models, sections } = this.#session;
    const { doc, awareness } = connection;
    const edit = moveEdit(models.refresh(), { from, to, known: knownHeadings(sections.order.getSnapshot()) });
    if (edit === null) return false;
    const cursors = resolveCursors(doc, awareness);
    const busy = (range: { readonly from: number; readonly to: number }): number =>
      cursors.filter(({ offset }) => range.from <= offset && offset < range.to).length;
    this.#moved.push(moveText(doc, edit, { origin: this, busy }));
    return true;
  };

  /** Takes the last move back. */
  readonly undo = (): void => {
    this.#undo.undo();
  };

  close(): void {
    for (const moved of this.#moved) moved.close();
    this.#undo.destroy();
  }
}
