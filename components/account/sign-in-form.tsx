'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { Field, TextInput } from '#components/ui/field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import type { FormAction } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import { PasswordInput } from './password-input.tsx';

const words = messages.account;

/** E-mail and password. `next` is the path to go on to. */
export function SignInForm({ action, next }: { readonly action: FormAction; readonly next: string }) {
  return (
    <ActionForm action={action} className="flex flex-col gap-6">
      {(state, pending) => (
        <>
          <input type="hidden" name="next" value={next} />
          <Field label={words.email} problem={state.problems['email']}>
            {(control) => <TextInput {...control} name="email" type="email" autoComplete="username" />}
          </Field>
          <Field label={words.password} problem={state.problems['password']}>
            {(control) => <PasswordInput control={control} autoComplete="current-password" />}
          </Field>
          <div>
            <SubmitButton pending={pending}>{words.signIn.submit}</SubmitButton>
          </div>
          <p className="text-14 text-soft">{words.signIn.forgot}</p>
        </>
      )}
    </ActionForm>
  );
}
