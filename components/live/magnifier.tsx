'use client';

import { useState, type PointerEvent, type ReactNode } from 'react';
import { messages } from '#lib/messages/en.ts';

interface MagnifierProps {
  readonly on: boolean;
  readonly leave: () => void;
  readonly children: ReactNode;
}

const MIDDLE = { x: 50, y: 50 };

/** The stage inside twice as large while it is on; the part that is seen follows the mouse or the finger. */
export function Magnifier({ on, leave, children }: MagnifierProps) {
  const [at, setAt] = useState(MIDDLE);
  const look = (event: PointerEvent): void => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    if (width > 0 && height > 0)
      setAt({ x: (100 * (event.clientX - left)) / width, y: (100 * (event.clientY - top)) / height });
  };
  return (
    <div className="absolute inset-0 overflow-hidden">
      <div
        className="h-full w-full"
        style={on ? { transform: 'scale(2)', transformOrigin: `${at.x}% ${at.y}%` } : { transform: 'none' }}
      >
        {children}
      </div>
      {on && (
        <>
          <button
            type="button"
            aria-label={messages.presenting.tools.magnifyHint}
            className="absolute inset-0 block h-full w-full cursor-zoom-out touch-none"
            onPointerMove={look}
            onClick={leave}
          />
          <p className="pointer-events-none absolute inset-x-0 bottom-0 bg-ink/85 px-3 py-1.5 text-center text-14 text-paper">
            {messages.presenting.tools.magnifyHint}
          </p>
        </>
      )}
    </div>
  );
}
