'use client';

import { useState } from 'react';
import { Field, TextInput } from '#components/ui/field.tsx';
import { RadioChoice } from '#components/ui/radio-choice.tsx';
import { SettingsForm } from '#components/ui/settings-form.tsx';
import type { FormAction, FormState } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import type { MirrorView } from '#lib/mirror/mirror-view.ts';

const words = messages.mirror.form;

/** Where the repository is. */
export function MirrorForm({ mirror, action }: { readonly mirror: MirrorView | null; readonly action: FormAction }) {
  const preset = mirror?.kind === 'folder' ? 'folder' : 'remote';
  const [where, setWhere] = useState<string>(preset);
  return (
    <SettingsForm action={action} words={words} tone="main" className="flex max-w-[36rem] flex-col gap-5 pt-4">
      {({ problems }) => (
        <>
          <RadioChoice
            name="where"
            label={words.where}
            options={words.choices}
            preset={preset}
            shape="list"
            onChoose={setWhere}
          />
          {where === 'remote' && <RemoteFields mirror={mirror} problems={problems} />}
          <Field label={words.branch} problem={problems['branch']}>
            {(control) => (
              <TextInput
                {...control}
                name="branch"
                defaultValue={mirror?.branch ?? 'main'}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                maxLength={100}
                className="max-w-60 font-mono text-14"
              />
            )}
          </Field>
        </>
      )}
    </SettingsForm>
  );
}

interface RemoteFieldsProps {
  readonly mirror: MirrorView | null;
  readonly problems: FormState['problems'];
}

function RemoteFields({ mirror, problems }: RemoteFieldsProps) {
  const address = mirror === null || mirror.kind === 'folder' ? '' : mirror.repository;
  return (
    <>
      <Field label={words.address} hint={words.addressHint} problem={problems['address']}>
        {(control) => (
          <TextInput
            {...control}
            name="address"
            defaultValue={address}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={600}
            className="font-mono text-14"
          />
        )}
      </Field>
      <Field
        label={words.token}
        optional
        hint={mirror?.hasToken === true ? words.tokenKept : words.tokenHint}
        problem={problems['token']}
      >
        {(control) => <TextInput {...control} name="token" type="password" autoComplete="off" maxLength={500} />}
      </Field>
    </>
  );
}
