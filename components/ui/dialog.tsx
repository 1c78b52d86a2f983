'use client';

import { useEffect, useId, useRef, type ReactNode } from 'react';

interface DialogProps {
  readonly title: string;
  /** Closed by Escape, too. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A question in a window of its own, open as long as it is there. The browser's dialog: it keeps the focus and gives it back. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-6 border border-line bg-sheet p-6 text-ink shadow-float outline-none backdrop:bg-ink/35"
    >
      <h2 id={id} className="mb-4 text-20 font-semibold [overflow-wrap:anywhere]">
        {title}
      </h2>
      {children}
    </dialog>
  );
}
