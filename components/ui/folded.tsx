import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';

/** A form that waits until it is wanted. */
export function Folded({
  title,
  open = false,
  children,
}: {
  readonly title: string;
  readonly open?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <details open={open} className="group">
      <summary className="flex min-h-11 list-none items-center gap-2 rounded-6 text-14 font-medium text-accent hover:text-accent-strong tablet:min-h-8 [&::-webkit-details-marker]:hidden">
        <Plus className="size-4 transition-transform duration-100 group-open:rotate-45" aria-hidden="true" />
        {title}
      </summary>
      <div className="mt-3">{children}</div>
    </details>
  );
}
