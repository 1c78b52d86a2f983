'use client';

import { Bookmark } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field, TextInput } from '#components/ui/field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { useAct } from '#components/ui/use-act.ts';
import { messages } from '#lib/messages/en.ts';
import type { HistoryFrame } from './history-frame.ts';

const words = messages.history.name;
const LONGEST = 120;

/** Keeps a moment for good, under a name by which others find it. */
export function NameMoment({ frame, at }: { readonly frame: HistoryFrame; readonly at: number }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [missing, setMissing] = useState(false);
  const act = useAct();
  if (!frame.view.may.name) return null;
  const save = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const said = name.trim();
    setMissing(said === '');
    if (said === '') return;
    act.run(
      async () => (await frame.actions.name(at, said))?.refusal ?? null,
      () => {
        setOpen(false);
        setName('');
        router.refresh();
      },
    );
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Bookmark className="size-4" aria-hidden="true" />
        {words.button}
      </Button>
      {open && (
        <Dialog title={words.title} onClose={() => setOpen(false)}>
          <form noValidate onSubmit={save} className="flex flex-col gap-4">
            <Field label={words.label} hint={words.hint} problem={missing ? words.missing : (act.refusal ?? undefined)}>
              {(control) => (
                <TextInput
                  {...control}
                  value={name}
                  onChange={(event) => setName(event.target.value)}
                  maxLength={LONGEST}
                  autoComplete="off"
                />
              )}
            </Field>
            <div className="flex justify-end gap-2">
              <Button onClick={() => setOpen(false)}>{messages.history.change.no}</Button>
              <SubmitButton pending={act.pending}>{words.save}</SubmitButton>
            </div>
          </form>
        </Dialog>
      )}
    </>
  );
}
