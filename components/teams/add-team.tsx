'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { Folded } from '#components/ui/folded.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import type { FormAction } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import { TeamFields } from './team-fields.tsx';

const words = messages.teams;

/** A new team, as soon as somebody wants one. */
export function AddTeam({ create }: { readonly create: FormAction }) {
  return (
    <Folded title={words.add}>
      <ActionForm action={create} className="flex max-w-[36rem] flex-col gap-4">
        {(state, pending) => (
          <>
            <TeamFields state={state} team={null} />
            <div>
              <SubmitButton pending={pending}>{words.addSubmit}</SubmitButton>
            </div>
          </>
        )}
      </ActionForm>
    </Folded>
  );
}
