'use client';

import { clsx } from 'clsx';
import { Progress as Radix } from 'radix-ui';

interface ProgressBarProps {
  readonly label: string;
  readonly done: number;
  readonly of: number;
  readonly className?: string;
}

interface ProgressProps extends Omit<ProgressBarProps, 'className'> {
  /** The count in words, beneath the bar. */
  readonly count: string;
}

/** How far a long job is, as a bar and as a count. */
export function Progress({ label, done, of, count }: ProgressProps) {
  return (
    <div>
      <ProgressBar label={label} done={done} of={of} />
      <p className="tabular mt-2 text-14 text-soft" role="status">
        {count}
      </p>
    </div>
  );
}

/** The bar alone, where the count stands beside it. */
export function ProgressBar({ label, done, of, className }: ProgressBarProps) {
  const share = of === 0 ? 0 : Math.min(100, (100 * done) / of);
  return (
    <Radix.Root
      value={share}
      aria-label={label}
      className={clsx('h-2 overflow-hidden rounded-full bg-line', className)}
    >
      <Radix.Indicator className="h-full bg-accent transition-[width] duration-100" style={{ width: `${share}%` }} />
    </Radix.Root>
  );
}
