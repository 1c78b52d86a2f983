'use client';

import { useEffect, useRef, type ReactNode } from 'react';

/** The heading of what has just opened: the keyboard goes there, and so does the eye. */
export function PanelTitle({ children }: { readonly children: ReactNode }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    title.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <h2 ref={title} tabIndex={-1} className="scroll-mt-4 text-20 font-semibold outline-none [overflow-wrap:anywhere]">
      {children}
    </h2>
  );
}
