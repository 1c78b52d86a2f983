'use client';

import { useRouter } from 'next/navigation';
import { ActionForm } from '#components/ui/action-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field, Select, TextInput } from '#components/ui/field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import type { ImportedRecordView } from '#lib/corrections/correction-views.ts';
import type { FormAction } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import type { CorrectRecord } from './correction-actions.ts';

const words = messages.corrections.imported;

interface ImportedDialogProps {
  readonly form: NonNullable<ImportedRecordView['form']>;
  readonly correct: CorrectRecord;
  readonly onClose: () => void;
}

/** The date, the title and the teams of an imported record, to be put right. */
export function ImportedDialog({ form, correct, onClose }: ImportedDialogProps) {
  const router = useRouter();
  const send: FormAction = async (_before, fields) => {
    const { state, address } = await correct(fields);
    if (address !== null) {
      onClose();
      router.push(address);
      router.refresh();
    }
    return state;
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <ActionForm action={send} className="flex flex-col gap-4">
        {(state, pending) => (
          <>
            <p className="text-14 text-soft">{words.lead}</p>
            <Field label={words.date} problem={state.problems['date']}>
              {(control) => <TextInput {...control} name="date" type="date" defaultValue={form.date} />}
            </Field>
            <Field label={words.name} problem={state.problems['title']}>
              {(control) => (
                <TextInput {...control} name="title" autoComplete="off" maxLength={200} defaultValue={form.title} />
              )}
            </Field>
            {form.teams.length > 0 && <Teams form={form} />}
            <div className="flex flex-wrap justify-end gap-2">
              <Button onClick={onClose}>{words.cancel}</Button>
              <SubmitButton pending={pending}>{words.save}</SubmitButton>
            </div>
          </>
        )}
      </ActionForm>
    </Dialog>
  );
}

function Teams({ form: { sections, teams } }: Pick<ImportedDialogProps, 'form'>) {
  return sections.map(({ position, title, team }) => (
    <Field key={position} label={words.team(title)}>
      {(control) => (
        <Select {...control} name={`team-${position}`} defaultValue={team ?? ''}>
          <option value="">{words.byHeading}</option>
          {teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  ));
}
