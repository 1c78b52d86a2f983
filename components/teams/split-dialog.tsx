'use client';

import { useState } from 'react';
import { ActionForm } from '#components/ui/action-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field, Problem, TextInput } from '#components/ui/field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import type { FormAction } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import type { TeamEntry } from '#lib/views.ts';
import { whenTaken } from './taken-form.ts';

const words = messages.teams.split;

interface SplitDialogProps {
  readonly team: TeamEntry;
  readonly split: FormAction;
  readonly onClose: () => void;
}

/** Which spellings of a team become a team of their own. The first that is chosen is proposed as its name. */
export function SplitDialog({ team, split, onClose }: SplitDialogProps) {
  const [name, setName] = useState('');
  const choose = (spelling: string, chosen: boolean): void => {
    if (chosen && name === '') setName(spelling);
    if (!chosen && name === spelling) setName('');
  };
  return (
    <Dialog title={words.title(team.name)} onClose={onClose}>
      <p className="mb-5 text-14 text-soft">{words.text}</p>
      <ActionForm action={whenTaken(split, onClose)} className="flex flex-col gap-5">
        {(state, pending) => (
          <>
            <input type="hidden" name="team" value={team.id} />
            <fieldset className="min-w-0">
              <legend className="mb-1 text-14 font-semibold">{words.spellings}</legend>
              {state.problems['spellings'] !== undefined && <Problem>{state.problems['spellings']}</Problem>}
              <div className="max-h-60 overflow-y-auto">
                {team.aliases.map((spelling) => (
                  <label
                    key={spelling}
                    className="flex min-h-11 items-center gap-3 border-b border-line text-16 tablet:min-h-9"
                  >
                    <input
                      type="checkbox"
                      name="spellings"
                      value={spelling}
                      className="size-4 shrink-0 accent-accent"
                      onChange={(event) => choose(spelling, event.target.checked)}
                    />
                    <span className="min-w-0 [overflow-wrap:anywhere]">{spelling}</span>
                  </label>
                ))}
              </div>
            </fieldset>
            <Field label={words.name} problem={state.problems['name']}>
              {(control) => (
                <TextInput
                  {...control}
                  name="name"
                  autoComplete="off"
                  value={name}
                  onChange={(event) => setName(event.target.value)}
                />
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
