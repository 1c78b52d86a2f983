import { clsx } from 'clsx';
import type { ReactNode } from 'react';

/** The status of a section, and `live`. Each has a shape and a colour of its own; a word always goes with them. */
export type Status = 'empty' | 'draft' | 'ready' | 'nothing' | 'live';

const COLOURS: Readonly<Record<Status, string>> = {
  empty: 'text-empty',
  draft: 'text-draft',
  ready: 'text-ready',
  nothing: 'text-nothing',
  live: 'text-live',
};

// Squares and bars: the dot belongs to presence.
const SHAPES: Readonly<Record<Status, ReactNode>> = {
  empty: (
    <rect
      x="2.75"
      y="2.75"
      width="10.5"
      height="10.5"
      rx="1.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeDasharray="2.6 2.2"
    />
  ),
  draft: (
    <>
      <rect x="2.75" y="2.75" width="10.5" height="10.5" rx="1.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M3 13 13 3v8.5A1.5 1.5 0 0 1 11.5 13Z" fill="currentColor" />
    </>
  ),
  ready: (
    <>
      <rect x="2" y="2" width="12" height="12" rx="2" fill="currentColor" />
      <path d="m4.8 8.2 2.2 2.2 4.2-4.6" fill="none" stroke="var(--plenum-sheet)" strokeWidth="1.7" />
    </>
  ),
  nothing: <path d="M2.5 8h11" stroke="currentColor" strokeWidth="2.2" />,
  live: <path d="M3 6v4M6.3 3.5v9M9.7 5v6M13 2.5v11" stroke="currentColor" strokeWidth="1.9" strokeLinecap="round" />,
};

/** A status as shape, colour and word. */
export function StatusMark({ status, children }: { readonly status: Status; readonly children: ReactNode }) {
  return (
    <span className={clsx('inline-flex items-center gap-1.5 text-14 font-semibold whitespace-nowrap', COLOURS[status])}>
      <svg viewBox="0 0 16 16" className="size-4 shrink-0" aria-hidden="true">
        {SHAPES[status]}
      </svg>
      {children}
    </span>
  );
}
