'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import type { FormAction } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';

/** The one button that uses a one-time link up. What opens links by itself, as mail scanners do, presses none. */
export function LinkSignInForm({ action, name }: { readonly action: FormAction; readonly name: string }) {
  return (
    <ActionForm action={action} className="flex flex-col items-start gap-6">
      {(_state, pending) => <SubmitButton pending={pending}>{messages.account.signInLink.title(name)}</SubmitButton>}
    </ActionForm>
  );
}
