import { clsx } from 'clsx';
import type { SectionTime } from '#lib/live/plan-time.ts';

/** How much of a section's time has passed, as a thin line. The digits beside it say the same. */
export function TimeBar({
  time: { allotted, spent, left },
  className,
}: {
  readonly time: SectionTime;
  readonly className?: string;
}) {
  if (allotted === null || left === null) return null;
  const share = allotted <= 0 ? 100 : Math.min(100, (100 * spent) / allotted);
  return (
    <div aria-hidden="true" className={clsx('h-1 overflow-hidden rounded-full bg-line', className)}>
      <div className={clsx('h-full', left < 0 ? 'bg-ink' : 'bg-accent')} style={{ width: `${share}%` }} />
    </div>
  );
}
