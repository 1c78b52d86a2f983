'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { Field, TextInput } from '#components/ui/field.tsx';
import { Folded } from '#components/ui/folded.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import type { FormAction } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.bin.series;

/** Deletes a series, once its name was typed: everybody is put out of it at once. */
export function DeleteSeries({ name, remove }: { readonly name: string; readonly remove: FormAction }) {
  return (
    <div className="flex flex-col gap-3 pt-3">
      <p className="max-w-[65ch] text-14 text-soft">{words.text}</p>
      <Folded title={words.fold}>
        <ActionForm action={remove} className="flex flex-col gap-4">
          {(state, pending) => (
            <>
              <Field label={words.confirm(name)} problem={state.problems['confirm']}>
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
