'use client';

import { useState } from 'react';
import { Initials } from '#components/frame/initials.tsx';
import { ActionForm } from '#components/ui/action-form.tsx';
import { Field, TextInput } from '#components/ui/field.tsx';
import { HueField } from '#components/ui/hue-field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { UNSENT, type FormAction } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import type { ProfileView } from '#lib/people/people-views.ts';

const words = messages.profile.you;

/** What people say of themselves: name, handle, colour. */
export function ProfileForm({ profile, change }: { readonly profile: ProfileView; readonly change: FormAction }) {
  const [kept, setKept] = useState(false);
  const send: FormAction = async (before, fields) => {
    const state = await change(before, fields);
    setKept(state === UNSENT || (state.refusal === null && Object.keys(state.problems).length === 0));
    return state;
  };
  return (
    <ActionForm action={send} className="flex flex-col gap-6 pt-4">
      {(state, pending) => (
        <>
          <Field label={messages.account.name} hint={messages.account.nameHint} problem={state.problems['name']}>
            {(control) => (
              <TextInput {...control} name="name" autoComplete="name" maxLength={120} defaultValue={profile.name} />
            )}
          </Field>
          {profile.signedIn && (
            <Field label={words.handle} hint={words.handleHint} optional problem={state.problems['handle']}>
              {(control) => (
                <TextInput
                  {...control}
                  name="handle"
                  autoComplete="off"
                  maxLength={40}
                  defaultValue={profile.handle ?? ''}
                />
              )}
            </Field>
          )}
          <HueField
            label={words.hue}
            hint={words.hueHint}
            preset={profile.hue}
            problem={state.problems['hue']}
            renderMark={(hue) => <Initials name={profile.name} hue={hue} />}
          />
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton pending={pending}>{words.save}</SubmitButton>
            <span role="status" className="text-14 text-soft">
              {kept && !pending ? words.saved : ''}
            </span>
          </div>
        </>
      )}
    </ActionForm>
  );
}
