'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field, Select } from '#components/ui/field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import type { FormAction } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import type { TeamEntry } from '#lib/views.ts';
import { whenTaken } from './taken-form.ts';

const words = messages.teams.merge;

interface MergeDialogProps {
  readonly team: TeamEntry;
  readonly teams: readonly TeamEntry[];
  readonly merge: FormAction;
  readonly onMerged: () => void;
  readonly onClose: () => void;
}

/** Into which other team a team goes. */
export function MergeDialog({ team, teams, merge, onMerged, onClose }: MergeDialogProps) {
  return (
    <Dialog title={words.title(team.name)} onClose={onClose}>
      <p className="mb-5 text-14 text-soft">{words.text}</p>
      <ActionForm action={whenTaken(merge, onMerged)} className="flex flex-col gap-5">
        {(state, pending) => (
          <>
            <input type="hidden" name="team" value={team.id} />
            <Field label={words.into} problem={state.problems['into']}>
              {(control) => (
                <Select {...control} name="into">
                  {teams
                    .filter(({ id }) => id !== team.id)
                    .map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                </Select>
              )}
            </Field>
            <div className="flex flex-wrap justify-end gap-2">
              <Button onClick={onClose}>{messages.teams.cancel}</Button>
              <SubmitButton pending={pending}>{words.submit}</SubmitButton>
            </div>
          </>
        )}
      </ActionForm>
    </Dialog>
  );
}
