import type { ReactNode } from 'react';
import { messages } from '#lib/messages/en.ts';
import { Button, type ButtonTone } from './button.tsx';

interface SubmitButtonProps {
  readonly pending: boolean;
  readonly tone?: ButtonTone;
  /** What the form says when this button of several was pressed. */
  readonly name?: string;
  readonly value?: string;
  readonly children: ReactNode;
}

/** Sends the form around it; while that runs it says so and cannot be pressed again. */
export function SubmitButton({ pending, tone = 'main', children, ...said }: SubmitButtonProps) {
  return (
    <Button
      type="submit"
      tone={tone}
      aria-disabled={pending}
      onClick={(event) => pending && event.preventDefault()}
      {...said}
    >
      {pending ? messages.frame.working : children}
    </Button>
  );
}
