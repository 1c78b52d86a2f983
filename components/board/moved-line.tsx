'use client';

import { useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { messages } from '#lib/messages/en.ts';
import type { Moved } from './use-board-moves.ts';

interface MovedLineProps {
  readonly moved: Moved | null;
  /** Takes the move back; null while nothing can be changed. */
  readonly undo: (() => void) | null;
}

/** What became of the last move, and the way back. It has its place from the beginning, so that nothing below it jumps. */
export function MovedLine({ moved, undo }: MovedLineProps) {
  const line = useRef<HTMLParagraphElement>(null);
  const back = (): void => {
    undo?.();
    // The button is gone now: who pressed it by key goes on from here.
    line.current?.focus();
  };
  return (
    <p
      ref={line}
      role="status"
      tabIndex={-1}
      className="flex min-h-11 flex-wrap items-center gap-3 py-2 text-14 text-soft"
    >
      {moved !== null && <span className="[overflow-wrap:anywhere]">{moved.said}</span>}
      {moved?.undoable === true && undo !== null && <Button onClick={back}>{messages.sections.board.undo}</Button>}
    </p>
  );
}
