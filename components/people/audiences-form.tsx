'use client';

import { ReaderChoices } from '#components/series/reader-choices.tsx';
import { RadioChoice } from '#components/ui/radio-choice.tsx';
import { SettingsForm } from '#components/ui/settings-form.tsx';
import type { FormAction } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import type { SeriesPeopleView } from '#lib/people/people-views.ts';

const words = messages.people.access;

interface AudiencesFormProps {
  readonly audiences: SeriesPeopleView['audiences'];
  readonly change: FormAction;
}

/** Who may read decks, the live call and records, and who may write. */
export function AudiencesForm({ audiences, change }: AudiencesFormProps) {
  return (
    <SettingsForm action={change} words={words} className="flex flex-col gap-5 pt-3">
      {() => (
        <>
          <ReaderChoices presets={audiences} />
          <RadioChoice
            name="write"
            label={words.write}
            options={words.writeOptions}
            preset={audiences.write}
            shape="list"
          />
        </>
      )}
    </SettingsForm>
  );
}
