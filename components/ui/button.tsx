import { clsx } from 'clsx';
import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';

/** `main` is the one thing to do next, `quiet` everything else, `bare` within a row, `live` starts and ends a call. */
export type ButtonTone = 'main' | 'quiet' | 'bare' | 'live';

const SHAPE =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-6 px-4 text-16 font-medium select-none whitespace-nowrap transition-colors duration-100 tablet:min-h-9 tablet:px-3.5 tablet:text-14 disabled:opacity-55 disabled:cursor-not-allowed aria-disabled:opacity-55';

const TONES: Readonly<Record<ButtonTone, string>> = {
  main: 'bg-accent text-on-accent hover:bg-accent-strong',
  quiet: 'border border-edge/55 bg-sheet text-ink hover:border-edge hover:bg-well',
  bare: 'text-ink hover:bg-well px-2.5 tablet:px-2.5',
  live: 'bg-live text-on-live hover:brightness-95',
};

/** Classes of a button, for the few things that must be another element. */
export function buttonClass(tone: ButtonTone, more?: string): string {
  return clsx(SHAPE, TONES[tone], more);
}

export interface ButtonProps extends ComponentProps<'button'> {
  readonly tone?: ButtonTone;
}

/** A button. Says `type="button"` unless told otherwise, so that it never sends a form by accident. */
export function Button({ tone = 'quiet', className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={buttonClass(tone, className)} {...rest} />;
}

/** A link that looks like a button, because it leads to the next thing to do. */
export function LinkButton({
  tone = 'quiet',
  href,
  className,
  children,
  ...rest
}: ComponentProps<typeof Link> & { readonly tone?: ButtonTone; readonly children: ReactNode }) {
  return (
    <Link href={href} className={buttonClass(tone, className)} {...rest}>
      {children}
    </Link>
  );
}
