'use client';

import { useEffect, useRef, useState } from 'react';
import { toggleFullScreen } from './full-screen.ts';

/** Whether a page shows its slides alone: on the whole screen where the browser can do that, else within its window. */
export interface ShownAlone {
  readonly full: boolean;
  readonly toggle: () => void;
}

/** Shows the slides alone, and back. */
export function useShownAlone(): ShownAlone {
  const [full, setFull] = useState(false);
  const wanted = useRef(false);
  useEffect(() => {
    const listen = () => {
      const filled = document.fullscreenElement !== null;
      // It fills the screen a moment after it was asked to: meanwhile somebody may want it back.
      if (filled && !wanted.current) return toggleFullScreen();
      wanted.current = filled;
      return setFull(filled);
    };
    document.addEventListener('fullscreenchange', listen);
    return () => document.removeEventListener('fullscreenchange', listen);
  }, []);
  const toggle = () => {
    wanted.current = !full;
    setFull(!full);
    // They differ where the browser would not: then the window is all there is.
    if (full === (document.fullscreenElement !== null)) toggleFullScreen();
  };
  return { full, toggle };
}
