'use client';

import { RadioChoice } from '#components/ui/radio-choice.tsx';
import { SettingsForm } from '#components/ui/settings-form.tsx';
import type { FormAction } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.callTime.hand;

interface OffersFormProps {
  /** Whether reporters are offered to present now. */
  readonly offers: boolean;
  readonly choose: FormAction;
}

/** Whether a section's reporter is offered to present when the stage comes to it. */
export function OffersForm({ offers, choose }: OffersFormProps) {
  return (
    <SettingsForm action={choose} words={words} className="flex flex-col gap-5 pt-3">
      {() => (
        <RadioChoice
          name="hand"
          label={words.label}
          options={words.options}
          preset={offers ? 'offer' : 'keep'}
          shape="list"
        />
      )}
    </SettingsForm>
  );
}
