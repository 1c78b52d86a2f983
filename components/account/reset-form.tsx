'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { Field } from '#components/ui/field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import type { FormAction } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import { PasswordInput } from './password-input.tsx';

const words = messages.account;

/** A new password, for who followed a link to choose one. */
export function ResetForm({ action }: { readonly action: FormAction }) {
  return (
    <ActionForm action={action} className="flex flex-col gap-6">
      {(state, pending) => (
        <>
          <Field label={words.newPassword} hint={words.passwordHint} problem={state.problems['password']}>
            {(control) => <PasswordInput control={control} autoComplete="new-password" />}
          </Field>
          <div>
            <SubmitButton pending={pending}>{words.reset.submit}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
