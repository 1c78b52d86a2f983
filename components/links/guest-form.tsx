'use client';

import Link from 'next/link';
import { ActionForm } from '#components/ui/action-form.tsx';
import { Field, TextInput } from '#components/ui/field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import type { FormAction } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.links.guest;

interface GuestFormProps {
  readonly action: FormAction;
  /** Path to go on to. */
  readonly next: string;
  /** The page for those who have an account. */
  readonly signIn: string;
}

/** A name, and in: for whoever came by a link to write. */
export function GuestForm({ action, next, signIn }: GuestFormProps) {
  return (
    <ActionForm action={action} className="flex flex-col gap-6">
      {(state, pending) => (
        <>
          <input type="hidden" name="next" value={next} />
          <Field label={words.name} hint={words.nameHint} problem={state.problems['name']}>
            {(control) => <TextInput {...control} name="name" autoComplete="name" maxLength={120} />}
          </Field>
          <div className="flex flex-wrap items-center gap-6">
            <SubmitButton pending={pending}>{words.submit}</SubmitButton>
            <Link href={signIn} className="link-text inline-flex min-h-11 items-center text-14">
              {words.signIn}
            </Link>
          </div>
        </>
      )}
    </ActionForm>
  );
}
