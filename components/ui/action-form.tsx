'use client';

import { startTransition, useActionState, useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { UNSENT, type FormAction, type FormState } from '#lib/forms/form-state.ts';
import { Problem } from './field.tsx';

interface ActionFormProps {
  readonly action: FormAction;
  readonly className?: string;
  readonly children: (state: FormState, pending: boolean) => ReactNode;
}

/**
 * A form whose refusals come back as values. It works without script; with script it is sent by hand, because React empties a
 * form after its action and people should keep what they typed.
 */
export function ActionForm({ action, className, children }: ActionFormProps) {
  const [state, send, pending] = useActionState(action, UNSENT);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state !== UNSENT) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [state]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // With the name and value of the button that was pressed, as the browser would send it.
    const { submitter } = event.nativeEvent as SubmitEvent;
    const fields = new FormData(event.currentTarget, submitter);
    if (!pending) startTransition(() => send(fields));
  };
  return (
    <form ref={form} action={send} onSubmit={submit} noValidate className={className}>
      {state.refusal !== null && <Problem>{state.refusal}</Problem>}
      {children(state, pending)}
    </form>
  );
}
