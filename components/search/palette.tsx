'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';

import { asksForPalette, mayOpen, onPaletteAsked } from './palette-key.ts';
import { PaletteWindow } from './palette-window.tsx';

/** Goes to anything from anywhere by `Ctrl K` (`⌘K`), or by the button in the header. On every page; while presenting the keys are not its. */
export function Palette() {
  const [open, setOpen] = useState(false);
  const isOpen = useRef(false);
  const path = usePathname();
  useEffect(() => {
    const show = (wanted: boolean): void => {
      isOpen.current = wanted;
      setOpen(wanted);
    };
    const press = (event: KeyboardEvent): void => {
      if (isOpen.current || !asksForPalette(event)) return;
      event.preventDefault();
      event.stopPropagation();
      show(true);
    };
    // Before the editor, which would else see the key as one without a meaning.
    addEventListener('keydown', press, { capture: true });
    const forget = onPaletteAsked(() => {
      if (mayOpen()) show(true);
    });
    return () => {
      removeEventListener('keydown', press, { capture: true });
      forget();
    };
  }, []);
  const close = (): void => {
    isOpen.current = false;
    setOpen(false);
  };
  return open ? <PaletteWindow path={path} onClose={close} /> : null;
}
