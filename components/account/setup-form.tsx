'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { Field, TextInput } from '#components/ui/field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import type { FormAction } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import { PasswordInput } from './password-input.tsx';

const words = messages.account;

/** The first account of the instance. */
export function SetupForm({
  action,
  passwords,
}: {
  readonly action: FormAction;
  /** Whether people sign in with a password here. */
  readonly passwords: boolean;
}) {
  return (
    <ActionForm action={action} className="flex flex-col gap-6">
      {(state, pending) => (
        <>
          <Field label={words.name} hint={words.nameHint} problem={state.problems['name']}>
            {(control) => <TextInput {...control} name="name" autoComplete="name" />}
          </Field>
          <Field label={words.email} problem={state.problems['email']}>
            {(control) => <TextInput {...control} name="email" type="email" autoComplete="username" />}
          </Field>
          {passwords && (
            <Field label={words.password} hint={words.passwordHint} problem={state.problems['password']}>
              {(control) => <PasswordInput control={control} autoComplete="new-password" />}
            </Field>
          )}
          <div>
            <SubmitButton pending={pending}>{words.setup.submit}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
