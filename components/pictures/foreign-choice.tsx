'use client';

import { RadioChoice } from '#components/ui/radio-choice.tsx';
import { SettingsForm } from '#components/ui/settings-form.tsx';
import type { FormAction } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.pictures.foreign;

interface ForeignChoiceProps {
  /** Whether they are shown now. */
  readonly shown: boolean;
  readonly choose: FormAction;
}

/** Whether a series shows pictures from other servers as they are. */
export function ForeignChoice({ shown, choose }: ForeignChoiceProps) {
  return (
    <SettingsForm action={choose} words={words} className="flex max-w-[40rem] flex-col gap-4 pt-3">
      {() => (
        <RadioChoice
          name="foreign"
          label={words.choice}
          options={words.options}
          preset={shown ? 'foreign' : 'own'}
          shape="list"
        />
      )}
    </SettingsForm>
  );
}
