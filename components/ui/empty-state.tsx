import type { ReactNode } from 'react';

/** What a list says when it has nothing: what will be here, and how it gets here. */
export function EmptyState({
  title,
  children,
  action,
}: {
  readonly title?: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-start gap-3 border-t border-line py-6">
      {title !== undefined && <p className="text-16 font-semibold">{title}</p>}
      <p className="max-w-[60ch] text-16 text-soft">{children}</p>
      {action}
    </div>
  );
}
