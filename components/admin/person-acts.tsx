'use client';

import { useState } from 'react';
import { ActionForm } from '#components/ui/action-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Confirm } from '#components/ui/confirm.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { Field, Problem, TextInput } from '#components/ui/field.tsx';
import { Folded } from '#components/ui/folded.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { useAct, type Act } from '#components/ui/use-act.ts';
import type { FormAction } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import type { AdminPersonView } from '#lib/people/people-views.ts';
import type { AdminPersonActions, SignInLinkMade } from './admin-actions.ts';

const words = messages.admin.person;

interface PersonActsProps {
  readonly view: AdminPersonView;
  readonly actions: AdminPersonActions;
}

/** What an admin can do with somebody, the mildest first. */
export function PersonActs({ view, actions }: PersonActsProps) {
  const { person, onlyHostOf } = view;
  const act = useAct();
  return (
    <div className="flex flex-col items-start gap-4 pt-4" aria-busy={act.pending}>
      {act.refusal !== null && <Problem>{act.refusal}</Problem>}
      {person.kind === 'account' && !person.disabled && <SignInLink make={actions.signInLink} />}
      {person.kind === 'account' && (
        <Button disabled={act.pending} onClick={() => act.run(() => actions.setAdmin(!person.admin))}>
          {person.admin ? words.takeAdmin : words.makeAdmin}
        </Button>
      )}
      <Disabling view={view} act={act} actions={actions} />
      {onlyHostOf.length > 0 ? (
        <p className="text-14 text-soft">{words.onlyHost(onlyHostOf)}</p>
      ) : (
        <Folded title={words.remove}>
          <RemoveForm name={person.name} remove={actions.remove} />
        </Folded>
      )}
    </div>
  );
}

function Disabling({ view: { person }, act, actions }: PersonActsProps & { readonly act: Act }) {
  if (person.disabled)
    return (
      <Button disabled={act.pending} onClick={() => act.run(actions.enable)}>
        {words.enable}
      </Button>
    );
  return (
    <Confirm
      trigger={<Button disabled={act.pending}>{words.disable}</Button>}
      title={words.disableTitle(person.name)}
      text={words.disableText}
      yes={words.disableYes}
      no={words.keep}
      onYes={() => act.run(actions.disable)}
    />
  );
}

function RemoveForm({ name, remove }: { readonly name: string; readonly remove: FormAction }) {
  return (
    <ActionForm action={remove} className="flex flex-col gap-4">
      {(state, pending) => (
        <>
          <p className="max-w-[65ch] text-14 text-soft">{words.removeText}</p>
          <Field label={words.removeConfirm(name)} problem={state.problems['confirm']}>
            {(control) => <TextInput {...control} name="confirm" autoComplete="off" />}
          </Field>
          <div>
            <SubmitButton pending={pending} tone="quiet">
              {words.removeYes}
            </SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}

function SignInLink({ make }: { readonly make: () => Promise<SignInLinkMade> }) {
  const [made, setMade] = useState<SignInLinkMade | null>(null);
  const act = useAct();
  const show = async (): Promise<null> => {
    setMade(await make());
    return null;
  };
  return (
    <div className="flex flex-col items-start gap-2" role="status">
      <Button disabled={act.pending} onClick={() => act.run(show)}>
        {words.signInLink}
      </Button>
      {act.refusal !== null && <Problem>{act.refusal}</Problem>}
      {made !== null && 'refusal' in made && <Problem>{made.refusal}</Problem>}
      {made !== null && 'path' in made && (
        <>
          <p className="max-w-[65ch] text-14 text-soft">{words.signInLinkText}</p>
          <p className="font-mono text-12 select-all [overflow-wrap:anywhere]">{window.location.origin + made.path}</p>
          <CopyButton text={window.location.origin + made.path} label={words.copy} />
        </>
      )}
    </div>
  );
}
