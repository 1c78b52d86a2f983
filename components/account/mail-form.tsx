'use client';

import type { ReactNode } from 'react';
import { ActionForm } from '#components/ui/action-form.tsx';
import { Field, TextInput } from '#components/ui/field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import type { ButtonTone } from '#components/ui/button.tsx';
import type { FormAction } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';

interface MailFormProps {
  readonly action: FormAction;
  /** The path to go on to from the mail. */
  readonly next: string;
  readonly hint?: string;
  readonly submit: string;
  readonly tone: ButtonTone;
  /** What stands beside the button. */
  readonly beside?: ReactNode;
}

/** An address to which a link is mailed, if it is somebody's here. */
export function MailForm({ action, next, hint, submit, tone, beside }: MailFormProps) {
  return (
    <ActionForm action={action} className="flex flex-col gap-6">
      {(state, pending) => (
        <>
          <input type="hidden" name="next" value={next} />
          <Field label={messages.account.email} hint={hint} problem={state.problems['email']}>
            {(control) => <TextInput {...control} name="email" type="email" autoComplete="username" />}
          </Field>
          <div className="flex flex-wrap items-center gap-6">
            <SubmitButton pending={pending} tone={tone}>
              {submit}
            </SubmitButton>
            {beside}
          </div>
        </>
      )}
    </ActionForm>
  );
}
