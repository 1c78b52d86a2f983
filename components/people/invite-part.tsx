'use client';

import { useState } from 'react';
import { ActionForm } from '#components/ui/action-form.tsx';
import { ChoiceField } from '#components/ui/choice-field.tsx';
import { Field, TextInput } from '#components/ui/field.tsx';
import { Folded } from '#components/ui/folded.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { TextLines } from '#components/ui/text-lines.tsx';
import { seriesRoleSchema, type SeriesRole } from '#lib/access.ts';
import { UNSENT, type FormState } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import { FreshInvitations } from './fresh-invitations.tsx';
import type { MadeInvitations, PeopleActions } from './people-actions.ts';

const words = messages.people.invite;
const NONE: MadeInvitations = { state: UNSENT, made: [], mailed: [] };

interface InvitePartProps {
  readonly actions: PeopleActions;
  /** Whether mails can be sent. */
  readonly mail: boolean;
  readonly site: string;
}

/** Invites people one by one, from whatever was pasted, or by one link for many. */
export function InvitePart({ actions, mail, site }: InvitePartProps) {
  const [fresh, setFresh] = useState(NONE);
  const by = (invite: (fields: FormData) => Promise<MadeInvitations>) => {
    return async (_before: FormState, fields: FormData): Promise<FormState> => {
      const answer = await invite(fields);
      setFresh(answer);
      return answer.state;
    };
  };
  return (
    <div className="flex flex-col gap-4 pt-3">
      {fresh.made.length > 0 && <FreshInvitations fresh={fresh} site={site} />}
      <InviteForm key={fresh.made[0]?.id ?? 'first'} action={by(actions.invite)} mail={mail} />
      <Folded title={words.manyTitle}>
        <ManyForm action={by(actions.inviteMany)} />
      </Folded>
    </div>
  );
}

type Send = (before: FormState, fields: FormData) => Promise<FormState>;

function InviteForm({ action, mail }: { readonly action: Send; readonly mail: boolean }) {
  return (
    <ActionForm action={action} className="flex flex-col gap-4">
      {(state, pending) => (
        <>
          <Field label={words.who} hint={words.whoHint} problem={state.problems['people']}>
            {(control) => <TextLines {...control} name="people" placeholder={words.placeholder} />}
          </Field>
          <RoleAndDays roles={seriesRoleSchema.options} preset="writer" />
          {mail && (
            <label className="flex min-h-11 items-center gap-2 text-14 tablet:min-h-8">
              <input type="checkbox" name="mail" defaultChecked className="size-4 accent-accent" />
              {words.mail}
            </label>
          )}
          <div>
            <SubmitButton pending={pending}>{words.submit}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}

function ManyForm({ action }: { readonly action: Send }) {
  return (
    <ActionForm action={action} className="flex flex-col gap-4">
      {(state, pending) => (
        <>
          <p className="text-14 text-soft">{words.manyHint}</p>
          <Field label={words.manyName} problem={state.problems['name']}>
            {(control) => <TextInput {...control} name="name" autoComplete="off" maxLength={120} />}
          </Field>
          <RoleAndDays roles={['writer', 'reader']} preset="reader" />
          <div>
            <SubmitButton pending={pending} tone="quiet">
              {words.manySubmit}
            </SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}

function RoleAndDays({ roles, preset }: { readonly roles: readonly SeriesRole[]; readonly preset: SeriesRole }) {
  return (
    <div className="grid grid-cols-2 gap-4">
      <ChoiceField
        name="role"
        label={words.role}
        hint={messages.people.members.rolesHint}
        preset={preset}
        options={roles.map((role) => ({ value: role, title: messages.people.role[role] }))}
      />
      <ChoiceField name="days" label={words.days} preset="14" options={words.dayChoices} />
    </div>
  );
}
