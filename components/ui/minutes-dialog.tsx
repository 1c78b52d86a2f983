'use client';

import { useState, type FormEvent } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Field, TextInput } from './field.tsx';

interface MinutesDialogProps {
  readonly words: {
    readonly title: string;
    readonly minutes: string;
    readonly hint: string;
    readonly keep: string;
    readonly cancel: string;
    readonly problem: (most: number) => string;
  };
  /** In minutes. */
  readonly range: { readonly least: number; readonly most: number };
  readonly seconds: number | null;
  /** Seconds, or null when the field was left empty. */
  readonly onKeep: (seconds: number | null) => void;
  readonly onClose: () => void;
}

/** Asks for a number of minutes, or none. */
export function MinutesDialog({ words, range, seconds, onKeep, onClose }: MinutesDialogProps) {
  const [minutes, setMinutes] = useState(seconds === null ? '' : String(Math.round(seconds / 60)));
  const empty = minutes.trim() === '';
  const number = Number(minutes);
  const wrong = !empty && !(Number.isInteger(number) && number >= range.least && number <= range.most);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (wrong) return;
    onKeep(empty ? null : number * 60);
    onClose();
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form onSubmit={send} className="flex flex-col gap-5">
        <Field label={words.minutes} hint={words.hint} problem={wrong ? words.problem(range.most) : undefined}>
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
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" tone="main">
            {words.keep}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
