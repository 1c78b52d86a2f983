'use client';

import { Progress as Radix } from 'radix-ui';

interface ProgressProps {
  readonly label: string;
  readonly done: number;
  readonly of: number;
  /** The count in words, beneath the bar. */
  readonly count: string;
}

/** How far a long job is, as a bar and as a count. */
export function Progress({ label, done, of, count }: ProgressProps) {
  const share = of === 0 ? 0 : Math.min(100, (100 * done) / of);
  return (
    <div>
      <Radix.Root value={share} aria-label={label} className="h-2 overflow-hidden rounded-full bg-line">
        <Radix.Indicator className="h-full bg-accent transition-[width] duration-100" style={{ width: `${share}%` }} />
      </Radix.Root>
      <p className="tabular mt-2 text-14 text-soft" role="status">
        {count}
      </p>
    </div>
  );
}
