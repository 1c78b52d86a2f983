'use client';

import { useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * Keeps the keyboard in a box whose pressed button goes away with what it did: call the result before that. The focus then goes
 * to the button that stands in its place, or to the box when there is none.
 */
export function useKeptFocus(box: RefObject<HTMLElement | null>): () => void {
  const pressed = useRef<number | null>(null);
  useLayoutEffect(() => {
    const at = pressed.current;
    if (at === null || box.current === null || document.activeElement !== document.body) return;
    pressed.current = null;
    (buttonsIn(box.current)[at] ?? box.current).focus();
  });
  return () => {
    const at = box.current === null ? -1 : buttonsIn(box.current).findIndex((each) => each === document.activeElement);
    pressed.current = at === -1 ? null : at;
  };
}

function buttonsIn(box: HTMLElement): readonly HTMLButtonElement[] {
  return [...box.querySelectorAll('button')];
}
