'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { Field, TextInput } from '#components/ui/field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import type { FormAction } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.series.page;

/** The date, the time and perhaps a title of a call to come. */
export function PlanCallForm({ action, timeZone }: { readonly action: FormAction; readonly timeZone: string }) {
  return (
    <ActionForm action={action} className="flex flex-col gap-4">
      {(state, pending) => (
        <>
          <div className="grid grid-cols-2 gap-4">
            <Field label={words.planDate} problem={state.problems['date']}>
              {(control) => <TextInput {...control} name="date" type="date" />}
            </Field>
            <Field
              label={words.planTime}
              hint={words.planZone(timeZone.replaceAll('_', ' '))}
              problem={state.problems['time']}
            >
              {(control) => <TextInput {...control} name="time" type="time" />}
            </Field>
          </div>
          <Field label={words.planTitle} hint={words.planTitleHint} problem={state.problems['title']} optional>
            {(control) => <TextInput {...control} name="title" autoComplete="off" maxLength={200} />}
          </Field>
          <div>
            <SubmitButton pending={pending} tone="quiet">
              {words.planSubmit}
            </SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
