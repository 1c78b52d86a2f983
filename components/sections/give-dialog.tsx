'use client';

import { useState, type FormEvent } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field, TextInput } from '#components/ui/field.tsx';
import { PersonDot } from '#components/frame/person-dot.tsx';
import { messages } from '#lib/messages/en.ts';
import type { OrderPerson } from '#lib/sections/running-order.ts';
import type { PersonChoice } from '#lib/sections/section-change.ts';
import type { Presence } from '#lib/sync/connection-status.ts';
import { isHere } from './reporters.ts';

const words = messages.sections.give;

interface GiveDialogProps {
  readonly title: string;
  readonly people: readonly OrderPerson[];
  readonly here: readonly Presence[];
  readonly onGive: (to: PersonChoice) => void;
  readonly onClose: () => void;
}

/** Whom to give a section to: somebody who is known, or a name or handle that nobody has yet. */
export function GiveDialog({ title, people, here, onGive, onClose }: GiveDialogProps) {
  const [name, setName] = useState('');
  const give = (to: PersonChoice): void => {
    onGive(to);
    onClose();
  };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() !== '') give({ name: name.trim() });
  };
  return (
    <Dialog title={title} onClose={onClose}>
      {people.length > 0 && (
        <ul aria-label={words.known} className="mb-5 max-h-60 overflow-y-auto border-y border-line">
          {people.map((person) => (
            <li key={person.id} className="border-b border-line last:border-0">
              <button
                type="button"
                onClick={() => give({ personId: person.id })}
                className="flex min-h-11 w-full items-center gap-2.5 px-1 text-left text-16 hover:bg-well tablet:min-h-9 tablet:text-14"
              >
                <PersonDot hue={person.hue} />
                <span className="min-w-0 truncate">{person.name}</span>
                {person.handle !== null && person.handle !== person.name && (
                  <span className="truncate text-soft">@{person.handle}</span>
                )}
                {isHere(person.id, here) && <span className="ml-auto text-soft">{messages.sections.here}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={send} className="flex flex-col gap-5">
        <Field label={words.name} hint={words.nameHint}>
          {(control) => (
            <TextInput {...control} value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" tone="main" aria-disabled={name.trim() === ''}>
            {words.give}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
