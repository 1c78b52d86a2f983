'use client';

import { useCallback, useEffect, useState } from 'react';
import { Cell } from '#components/connection/cell.ts';
import type { SectionsStore } from '#components/connection/sections-store.ts';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { useStore } from '#components/connection/use-store.ts';
import { messages } from '#lib/messages/en.ts';
import { titleOf } from './board-facts.ts';
import { BoardMoves } from './board-moves.ts';

const words = messages.sections.board;

/** What became of the last move. */
export interface Moved {
  readonly title: string;
  readonly said: string;
  /** Whether it can be taken back. */
  readonly undoable: boolean;
}

interface Moving {
  readonly moved: Moved | null;
  /** The same function as long as the deck is open. */
  readonly move: (from: number, to: number) => void;
  readonly undo: () => void;
}

/** Moves sections of the deck once it is open, and says what became of the last move. */
export function useBoardMoves(session: DeckSession | null, sections: SectionsStore): Moving {
  const moves = useOpenMoves(session);
  const [moved, setMoved] = useState<Moved | null>(null);
  const move = useCallback(
    (from: number, to: number): void => {
      // The rows go by what stood when they were last drawn: a move asks for the order of this moment.
      const placed = sections.getSnapshot()[from];
      const title = placed === undefined ? '' : titleOf(placed);
      const undoable = moves?.move(from, to) === true;
      setMoved({ title, undoable, said: undoable ? words.moved(title, to + 1) : words.cannotMove });
    },
    [moves, sections],
  );
  const undo = (): void => {
    if (moved === null) return;
    const place = moves?.undo() ?? null;
    setMoved({
      ...moved,
      undoable: false,
      said: place === null ? words.cannotMove : words.moved(moved.title, place + 1),
    });
  };
  return { moved, move, undo };
}

function useOpenMoves(session: DeckSession | null): BoardMoves | null {
  const [opened] = useState(() => new Cell<BoardMoves | null>(null));
  useEffect(() => {
    if (session === null) return undefined;
    const moves = new BoardMoves(session);
    opened.set(moves);
    return () => {
      opened.set(null);
      moves.close();
    };
  }, [session, opened]);
  return useStore(opened);
}
