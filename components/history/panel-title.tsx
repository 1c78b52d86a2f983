'use client';

import { useEffect, useRef, type ReactNode } from 'react';

interface PanelTitleProps {
  /** Whether the keyboard stays where it is as long as that can be seen: who goes through a list wants to go on. */
  readonly stay?: boolean;
  readonly children: ReactNode;
}

/** The heading of what has just opened: the keyboard goes there, and so does the eye. */
export function PanelTitle({ stay = false, children }: PanelTitleProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (stay && isSeen(document.activeElement)) return;
    title.current?.focus({ preventScroll: true });
    title.current?.scrollIntoView({ block: 'nearest' });
  }, [stay]);
  return (
    <h2 ref={title} tabIndex={-1} className="scroll-mt-4 text-20 font-semibold outline-none [overflow-wrap:anywhere]">
      {children}
    </h2>
  );
}

function isSeen(element: Element | null): boolean {
  return element !== null && element !== document.body && element.getClientRects().length > 0;
}
