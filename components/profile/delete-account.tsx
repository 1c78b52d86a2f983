'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { Field, TextInput } from '#components/ui/field.tsx';
import { Folded } from '#components/ui/folded.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import type { FormAction } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import type { ProfileView } from '#lib/people/people-views.ts';

const words = messages.profile.remove;

/** Deletes one's own account, once one's name was typed. */
export function DeleteAccount({ profile, remove }: { readonly profile: ProfileView; readonly remove: FormAction }) {
  return (
    <div className="flex flex-col gap-3 pt-4">
      <p className="max-w-[65ch] text-14 text-soft">{profile.signedIn ? words.text : words.guestText}</p>
      <Folded title={words.title}>
        <ActionForm action={remove} className="flex flex-col gap-4">
          {(state, pending) => (
            <>
              <Field label={words.confirm(profile.name)} problem={state.problems['confirm']}>
                {(control) => <TextInput {...control} name="confirm" autoComplete="off" />}
              </Field>
              <div>
                <SubmitButton pending={pending} tone="quiet">
                  {words.submit}
                </SubmitButton>
              </div>
            </>
          )}
        </ActionForm>
      </Folded>
    </div>
  );
}
