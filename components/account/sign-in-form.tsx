'use client';

import Link from 'next/link';
import { ActionForm } from '#components/ui/action-form.tsx';
import { Field, TextInput } from '#components/ui/field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { addresses } from '#lib/addresses.ts';
import type { FormAction } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import { PasswordInput } from './password-input.tsx';

const words = messages.account;

interface SignInFormProps {
  readonly action: FormAction;
  /** The path to go on to. */
  readonly next: string;
  /** Whether links are mailed: one to sign in with, one to choose a new password. */
  readonly mail: boolean;
}

/** E-mail and password, or a link that is mailed instead. */
export function SignInForm({ action, next, mail }: SignInFormProps) {
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
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton pending={pending}>{words.signIn.submit}</SubmitButton>
            {mail && (
              <SubmitButton pending={pending} tone="quiet" name="way" value="link">
                {words.signIn.byMail}
              </SubmitButton>
            )}
          </div>
          {mail ? (
            <p className="text-14 text-soft">
              {words.signIn.byMailHint}{' '}
              <Link href={addresses.forgotPassword()} className="link-text">
                {words.signIn.forgotByMail}
              </Link>
            </p>
          ) : (
            <p className="text-14 text-soft">{words.signIn.forgot}</p>
          )}
        </>
      )}
    </ActionForm>
  );
}
