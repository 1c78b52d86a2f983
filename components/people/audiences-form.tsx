'use client';

import { useState } from 'react';
import { ReaderChoices } from '#components/series/reader-choices.tsx';
import { ActionForm } from '#components/ui/action-form.tsx';
import { RadioChoice } from '#components/ui/radio-choice.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { UNSENT, type FormAction } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import type { SeriesPeopleView } from '#lib/people/people-views.ts';

const words = messages.people.access;

interface AudiencesFormProps {
  readonly audiences: SeriesPeopleView['audiences'];
  readonly change: FormAction;
}

/** Who may read decks, the live call and records, and who may write. */
export function AudiencesForm({ audiences, change }: AudiencesFormProps) {
  const [kept, setKept] = useState(false);
  const send: FormAction = async (before, fields) => {
    const state = await change(before, fields);
    setKept(state === UNSENT || (state.refusal === null && Object.keys(state.problems).length === 0));
    return state;
  };
  return (
    <ActionForm action={send} className="flex flex-col gap-5 pt-3">
      {(_state, pending) => (
        <>
          <ReaderChoices presets={audiences} />
          <RadioChoice
            name="write"
            label={words.write}
            options={words.writeOptions}
            preset={audiences.write}
            shape="list"
          />
          <div className="flex flex-wrap items-center gap-3">
            <SubmitButton pending={pending} tone="quiet">
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
