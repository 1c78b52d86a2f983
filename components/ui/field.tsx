import { clsx } from 'clsx';
import { useId, type ComponentProps, type ReactNode } from 'react';
import { messages } from '#lib/messages/en.ts';

/** What an input of a field must carry. */
export interface FieldControl {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** Why what was typed cannot be taken, and what would do. */
  readonly problem?: string | undefined;
  readonly optional?: boolean;
  readonly children: (control: FieldControl) => ReactNode;
}

/** A label, its control, a hint and, when there is one, the refusal beside it. */
export function Field({ label, hint, problem, optional = false, children }: FieldProps) {
  const id = useId();
  const described = [hint === undefined ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-problem`]
    .filter((part) => part !== '')
    .join(' ');
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-14 font-semibold">
        {label}
        {optional && <span className="ml-2 font-normal text-soft">{messages.frame.optional}</span>}
      </label>
      {children({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': problem === undefined ? undefined : true,
      })}
      {problem !== undefined && <Problem id={`${id}-problem`}>{problem}</Problem>}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-14 text-soft">
          {hint}
        </p>
      )}
    </div>
  );
}

/** A refusal in words. It has no colour of its own: weight and a mark say that it matters. */
export function Problem({ id, children }: { readonly id?: string; readonly children: ReactNode }) {
  return (
    <p id={id} role="alert" className="flex gap-2 text-14 font-semibold">
      <svg viewBox="0 0 16 16" className="mt-0.5 size-4 shrink-0" aria-hidden="true">
        <path d="M8 1.5 15 14.5H1Z" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinejoin="round" />
        <path d="M8 6v4M8 11.7v1" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
      </svg>
      <span>{children}</span>
    </p>
  );
}

const CONTROL =
  'w-full min-h-11 rounded-6 border border-edge bg-sheet px-3 text-16 text-ink placeholder:text-soft aria-invalid:border-2 aria-invalid:border-ink tablet:min-h-9 disabled:opacity-55';

/** A line of text to fill in. */
export function TextInput({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={clsx(CONTROL, className)} {...rest} />;
}

/** One of a list, in the browser's own control: it is the best one on every phone. */
export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return <select className={clsx(CONTROL, 'pr-8', className)} {...rest} />;
}
