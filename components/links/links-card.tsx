'use client';

import { useState } from 'react';
import { ChoiceField } from '#components/ui/choice-field.tsx';
import { Button } from '#components/ui/button.tsx';
import { ActionForm } from '#components/ui/action-form.tsx';
import { Confirm } from '#components/ui/confirm.tsx';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { Field, Problem, TextInput } from '#components/ui/field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import type { FormAction, FormState } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.links;

/** What making a link answers: the address, which is shown this once, or why not. */
export interface NewLink {
  readonly state: FormState;
  readonly path: string | null;
}

interface LinksCardProps {
  readonly links: readonly {
    readonly id: string;
    readonly name: string;
    readonly grant: 'read' | 'write' | 'section';
    readonly expiresAt: string | null;
  }[];
  readonly create: (fields: FormData) => Promise<NewLink>;
  /** Answers null, or why not. */
  readonly revoke: (linkId: string) => Promise<string | null>;
  /** Where the site is, `https://plenum.example.org`. */
  readonly site: string;
}

/** The links of a series, for its hosts: which there are, end one, make one. */
export function LinksCard({ links, create, revoke, site }: LinksCardProps) {
  const [fresh, setFresh] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const send = async (_before: FormState, fields: FormData): Promise<FormState> => {
    const { state, path } = await create(fields);
    setFresh(path);
    return state;
  };
  const end = async (linkId: string) => setRefusal(await revoke(linkId));
  return (
    <>
      {links.length === 0 && <p className="mb-3 text-14 text-soft">{words.none}</p>}
      <ul className="mb-3">
        {links.map(({ id, name, grant, expiresAt }) => (
          <li key={id} className="flex items-center justify-between gap-3 border-b border-line py-1.5 text-14">
            <span className="min-w-0 [overflow-wrap:anywhere]">
              {name}{' '}
              <span className="text-soft">
                {words.grants[grant]}
                {expiresAt !== null && ` · ${messages.people.invited.until(messages.deck.day(expiresAt.slice(0, 10)))}`}
              </span>
            </span>
            <Confirm
              trigger={<Button>{words.end}</Button>}
              title={words.endTitle(name)}
              text={words.endText}
              yes={words.end}
              no={words.keep}
              onYes={() => void end(id)}
            />
          </li>
        ))}
      </ul>
      {refusal !== null && <Problem>{refusal}</Problem>}
      {fresh !== null && <FreshLink address={site + fresh} />}
      <NewLinkForm action={send} />
    </>
  );
}

function NewLinkForm({ action }: { readonly action: FormAction }) {
  return (
    <ActionForm action={action} className="flex flex-col gap-4">
      {(state, pending) => (
        <>
          <Field label={words.name} hint={words.nameHint} problem={state.problems['name']}>
            {(control) => <TextInput {...control} name="name" autoComplete="off" maxLength={120} />}
          </Field>
          <ChoiceField
            name="grant"
            label={words.grant}
            hint={words.grantHint}
            preset="write"
            options={[
              { value: 'write', title: words.grants.write },
              { value: 'read', title: words.grants.read },
            ]}
          />
          <ChoiceField name="days" label={words.days} preset="0" options={words.dayChoices} />
          <div>
            <SubmitButton pending={pending} tone="quiet">
              {words.make}
            </SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}

/** The address of a link just made: nobody can look it up later. */
function FreshLink({ address }: { readonly address: string }) {
  return (
    <div className="mb-4 flex flex-col gap-2" role="status">
      <p className="text-14">{words.fresh}</p>
      <p className="font-mono text-12 [overflow-wrap:anywhere]">{address}</p>
      <div>
        <CopyButton text={address} label={words.copy} />
      </div>
    </div>
  );
}
