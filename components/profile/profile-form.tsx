'use client';

import { Initials } from '#components/frame/initials.tsx';
import { Field, TextInput } from '#components/ui/field.tsx';
import { HueField } from '#components/ui/hue-field.tsx';
import { SettingsForm } from '#components/ui/settings-form.tsx';
import type { FormAction } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import type { ProfileView } from '#lib/people/people-views.ts';

const words = messages.profile.you;

/** What people say of themselves: name, handle, colour. */
export function ProfileForm({ profile, change }: { readonly profile: ProfileView; readonly change: FormAction }) {
  return (
    <SettingsForm action={change} words={words} tone="main" className="flex flex-col gap-6 pt-4">
      {(state) => (
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
        </>
      )}
    </SettingsForm>
  );
}
