'use client';

import type { ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { messages } from '#lib/messages/en.ts';
import { Button, type ButtonTone } from './button.tsx';

/** Sends the form around it; while that runs it says so and cannot be pressed again. */
export function SubmitButton({ tone = 'main', children }: { readonly tone?: ButtonTone; readonly children: ReactNode }) {
  const { pending } = useFormStatus();
  return (
    <Button type="submit" tone={tone} aria-disabled={pending} onClick={(event) => pending && event.preventDefault()}>
      {pending ? messages.frame.working : children}
    </Button>
  );
}
