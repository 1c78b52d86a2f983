'use client';

import { useRef, useState, type RefObject } from 'react';
import type { DeckDesk } from './deck-desk.ts';

/** Whether the list of hints is open, and the button that it belongs to. */
export interface HintsPanelState {
  readonly open: boolean;
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly toggle: () => void;
  readonly close: () => void;
}

/** Opens and closes the list of hints. Closed, it gives the keyboard back to its button, or to the text when that has gone. */
export function useHintsPanel(desk: DeckDesk): HintsPanelState {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    if (desk.hints.count.getSnapshot() === 0) desk.write();
    else button.current?.focus();
  };
  return { open, button, toggle: () => (open ? close() : setOpen(true)), close };
}
