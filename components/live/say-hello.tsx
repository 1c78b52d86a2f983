'use client';

import { useEffect, useState, type FormEvent } from 'react';
import type { DeckSession } from '#components/connection/use-deck-session.ts';
import { useStore } from '#components/connection/use-store.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field, Problem, TextInput } from '#components/ui/field.tsx';
import { remember, remembered } from '#components/ui/remembered.ts';
import { LONGEST_HELLO } from '#lib/live/live-state.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.audience.hello;

interface SayHelloProps {
  readonly session: DeckSession;
  /** Keys the visit: once is enough. */
  readonly callId: string;
  readonly onClose: () => void;
}

interface Said {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Whether somebody at this page has said hello in this visit. */
export function hasSaidHello(callId: string): boolean {
  return remembered(`hello ${callId}`, 'tab') !== null;
}

/** Tells the presenter the name of somebody who is here for the first time, and the record, if they want that. */
export function SayHello({ session, callId, onClose }: SayHelloProps) {
  const [said, setSaid] = useState<Said | null>(null);
  const [problem, setProblem] = useState<string>();
  const refusal = useStore(session.connection.liveRefusal);
  const greeting = useStore(session.connection.greeting);
  const refused = said !== null && refusal !== null && refusal.at >= said.at;
  // Only what was told is not said again: a connection may break before.
  useEffect(() => {
    if (greeting !== null) remember(`hello ${callId}`, 'said', 'tab');
  }, [greeting, callId]);
  const send = (name: string, keep: boolean) => {
    if (name === '') return setProblem(words.missing);
    // Before it is sent: an answer may be there at once.
    const at = Date.now();
    if (!session.connection.request({ type: 'hello', name, keep })) return setProblem(words.offline);
    return setSaid({ name, at });
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      {said === null ? (
        <HelloForm problem={problem} onSend={send} onClose={onClose} />
      ) : (
        <>
          {refused ? (
            <Problem>{words.refused[refusal.reason]}</Problem>
          ) : (
            <p role="status">
              {greeting === null ? words.sending : words.thanks(said.name)}
              {greeting?.kept === true && ` ${words.thanksKept}`}
            </p>
          )}
          <p className="mt-6 flex justify-end">
            <Button tone="main" onClick={onClose}>
              {messages.frame.close}
            </Button>
          </p>
        </>
      )}
    </Dialog>
  );
}

interface HelloFormProps {
  readonly problem: string | undefined;
  readonly onSend: (name: string, keep: boolean) => void;
  readonly onClose: () => void;
}

function HelloForm({ problem, onSend, onClose }: HelloFormProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const name = fields.get('name');
    onSend(typeof name === 'string' ? name.trim() : '', fields.has('keep'));
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <p className="text-soft">{words.text}</p>
      <Field label={words.name} problem={problem}>
        {(control) => <TextInput {...control} name="name" maxLength={LONGEST_HELLO} autoComplete="name" />}
      </Field>
      <div className="flex flex-col gap-1 text-14">
        <label className="flex min-h-11 items-center gap-2.5 tablet:min-h-8">
          <input
            type="checkbox"
            name="keep"
            aria-describedby="hello-keep"
            className="size-5 shrink-0 accent-accent tablet:size-4"
          />
          {words.keep}
        </label>
        <p id="hello-keep" className="text-soft">
          {words.keepHint}
        </p>
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button type="submit" tone="main">
          {words.send}
        </Button>
      </div>
    </form>
  );
}
