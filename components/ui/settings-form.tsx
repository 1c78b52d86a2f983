'use client';

import { useState, type ReactNode } from 'react';
import type { FormAction, FormState } from '#lib/forms/form-state.ts';
import { ActionForm } from './action-form.tsx';
import { SubmitButton } from './submit-button.tsx';

interface SettingsFormProps {
  readonly action: FormAction;
  readonly className: string;
  /** What the button says, and what stands beside it once all is kept. */
  readonly words: { readonly save: string; readonly saved: string };
  readonly tone?: 'main' | 'quiet';
  readonly children: (state: FormState) => ReactNode;
}

/** A form that stays where it is: what was kept is said beside its button. */
export function SettingsForm({ action, className, words, tone = 'quiet', children }: SettingsFormProps) {
  const [kept, setKept] = useState(false);
  const send: FormAction = async (before, fields) => {
    const state = await action(before, fields);
    setKept(state.refusal === null && Object.keys(state.problems).length === 0);
    return state;
  };
  return (
    <ActionForm action={send} className={className}>
      {(state, pending) => (
        <>
          {children(state)}
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton pending={pending} tone={tone}>
              {words.save}
            </SubmitButton>
            <span role="status" className="text-14 text-soft">
              {kept && !pending ? words.saved : ''}
            </span>
          </div>
        </>
      )}
    </ActionForm>
  );
}
