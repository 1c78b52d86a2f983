import { clsx } from 'clsx';
import type { ComponentProps } from 'react';

/** Several lines of text to fill in. It grows with them. */
export function TextLines({ className, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      className={clsx(
        'field-sizing-content min-h-24 w-full resize-y rounded-6 border border-edge bg-sheet px-3 py-2 text-16 text-ink aria-invalid:border-2 aria-invalid:border-ink',
        className,
      )}
      {...rest}
    />
  );
}
