'use client';

import { useState, type FormEvent } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field, TextInput } from '#components/ui/field.tsx';
import { messages } from '#lib/messages/en.ts';
import { MOST_PLANNED_SECONDS } from '#lib/sections/section-change.ts';

const words = messages.sections.time;
const MOST_MINUTES = MOST_PLANNED_SECONDS / 60;

interface TimeDialogProps {
  readonly title: string;
  readonly seconds: number | null;
  readonly onPlan: (seconds: number | null) => void;
  readonly onClose: () => void;
}

/** How long a section is to take, in minutes; empty for as long as it takes. */
export function TimeDialog({ title, seconds, onPlan, onClose }: TimeDialogProps) {
  const [minutes, setMinutes] = useState(seconds === null ? '' : String(Math.round(seconds / 60)));
  const number = Number(minutes);
  const wrong = minutes.trim() !== '' && !(Number.isInteger(number) && number >= 0 && number <= MOST_MINUTES);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (wrong) return;
    onPlan(minutes.trim() === '' ? null : number * 60);
    onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={send} className="flex flex-col gap-5">
        <Field label={words.minutes} hint={words.hint} problem={wrong ? words.problem(MOST_MINUTES) : undefined}>
          {(control) => (
            <TextInput
              {...control}
              inputMode="numeric"
              value={minutes}
              onChange={(event) => setMinutes(event.target.value)}
            />
          )}
        </Field>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{messages.sections.give.cancel}</Button>
          <Button type="submit" tone="main">
            {words.plan}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
