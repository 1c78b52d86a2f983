'use client';

import { useState } from 'react';
import { ActionForm } from '#components/ui/action-form.tsx';
import { Field, TextInput } from '#components/ui/field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { addresses, slugOf } from '#lib/addresses.ts';
import type { FormAction } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import { ReaderChoices } from './reader-choices.tsx';
import { ZoneSelect } from './zone-select.tsx';

const words = messages.series.new;

interface NewSeriesFormProps {
  readonly action: FormAction;
  readonly zones: readonly string[];
  /** Where the site is, `https://plenum.example.org`: an address is shown as it will be told to people. */
  readonly site: string;
}

/** A name, a zone, perhaps the first call, and who may read. */
export function NewSeriesForm({ action, zones, site }: NewSeriesFormProps) {
  const [name, setName] = useState('');
  const hint = name.trim() === '' ? words.nameHint : words.address(`${site}${addresses.series(slugOf(name))}`);
  return (
    <ActionForm action={action} className="flex flex-col gap-6">
      {(state, pending) => (
        <>
          <Field label={words.name} hint={hint} problem={state.problems['name']}>
            {(control) => (
              <TextInput
                {...control}
                name="name"
                autoComplete="off"
                maxLength={120}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          <Field label={words.zone} problem={state.problems['timeZone']}>
            {(control) => <ZoneSelect control={control} name="timeZone" zones={zones} />}
          </Field>
          <FirstCall dateProblem={state.problems['date']} timeProblem={state.problems['time']} />
          <ReaderChoices />
          <div>
            <SubmitButton pending={pending}>{words.submit}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}

function FirstCall({
  dateProblem,
  timeProblem,
}: {
  readonly dateProblem: string | undefined;
  readonly timeProblem: string | undefined;
}) {
  return (
    <fieldset className="flex flex-col gap-3 border-t border-line pt-4">
      <legend className="float-left text-14 font-semibold">{words.first}</legend>
      <p className="text-14 text-soft">{words.firstHint}</p>
      <div className="grid gap-4 tablet:grid-cols-2">
        <Field label={messages.series.page.planDate} problem={dateProblem} optional>
          {(control) => <TextInput {...control} name="date" type="date" />}
        </Field>
        <Field label={messages.series.page.planTime} problem={timeProblem} optional>
          {(control) => <TextInput {...control} name="time" type="time" />}
        </Field>
      </div>
    </fieldset>
  );
}
