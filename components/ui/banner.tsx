import type { ReactNode } from 'react';

/** One sentence that concerns the whole page, with at most one thing to do about it. */
export function Banner({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div
      role="status"
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-l-2 border-ink bg-well px-4 py-2.5 text-14"
    >
      <p className="max-w-[72ch]">{children}</p>
      {action}
    </div>
  );
}
