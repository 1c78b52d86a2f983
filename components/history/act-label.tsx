import type { ReactNode } from 'react';

/** What a button with a name or a title in it says: on two lines at most, however long the name. */
export function ActLabel({ children }: { readonly children: ReactNode }) {
  return (
    <span className="line-clamp-2 max-w-[min(22rem,64vw)] py-1 text-left whitespace-normal [overflow-wrap:anywhere]">
      {children}
    </span>
  );
}
