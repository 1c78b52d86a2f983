'use client';

import { useState } from 'react';
import { ActionForm } from '#components/ui/action-form.tsx';
import { Banner } from '#components/ui/banner.tsx';
import { Field } from '#components/ui/field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import type { FormAction } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import { PasswordInput } from './password-input.tsx';

const words = messages.account;

interface PasswordFormProps {
  readonly action: FormAction;
  /** Whether there is none yet. */
  readonly first: boolean;
}

/** One's own password: the next one for the one that is, or a first one. */
export function PasswordForm({ action, first }: PasswordFormProps) {
  const [kept, setKept] = useState(0);
  const send: FormAction = async (before, fields) => {
    const after = await action(before, fields);
    if (after.refusal === null && Object.keys(after.problems).length === 0) setKept((times) => times + 1);
    return after;
  };
  return (
    // A fresh form after each that was kept: no password stands about.
    <ActionForm key={kept} action={send} className="flex flex-col gap-6">
      {(state, pending) => (
        <>
          {kept > 0 && <Banner>{words.ownPassword.done}</Banner>}
          {first ? (
            <p className="text-16 text-soft">{words.ownPassword.firstLead}</p>
          ) : (
            <Field label={words.ownPassword.current} problem={state.problems['current']}>
              {(control) => <PasswordInput control={control} name="current" autoComplete="current-password" />}
            </Field>
          )}
          <Field
            label={words.newPassword}
            hint={`${words.passwordHint} ${words.ownPassword.othersEnd}`}
            problem={state.problems['password']}
          >
            {(control) => <PasswordInput control={control} autoComplete="new-password" />}
          </Field>
          <div>
            <SubmitButton pending={pending}>{first ? words.ownPassword.first : words.ownPassword.change}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
