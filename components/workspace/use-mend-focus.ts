'use client';

import { useLayoutEffect, useRef, type RefObject } from 'react';

/** Marks the buttons in the list of hints that mend something. */
export const MEND_BUTTON = { 'data-mend': '' } as const;

/**
 * Keeps the keyboard in the list of hints although what was mended goes away with its button: call the result before mending. The
 * focus then goes to the next such button that is still there, or the one before, or to the list itself.
 */
export function useMendFocus(list: RefObject<HTMLElement | null>): () => void {
  const waiting = useRef<readonly HTMLElement[]>([]);
  useLayoutEffect(() => {
    if (waiting.current.length === 0 || list.current === null || document.activeElement !== document.body) return;
    const next = waiting.current.find((button) => button.isConnected) ?? list.current;
    waiting.current = [];
    next.focus();
  });
  return () => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('button[data-mend]') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    waiting.current =
      at === -1 ? [] : [...buttons.slice(at + 1), ...buttons.slice(0, at).toReversed(), ...buttons.slice(at, at + 1)];
  };
}
