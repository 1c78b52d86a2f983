'use client';

import Link from 'next/link';
import { PasswordInput } from '#components/account/password-input.tsx';
import { ProviderButtons } from '#components/account/provider-buttons.tsx';
import { SignInWays } from '#components/account/sign-in-ways.tsx';
import { ActionForm } from '#components/ui/action-form.tsx';
import { Field, TextInput } from '#components/ui/field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import type { FormAction } from '#lib/forms/form-state.ts';
import { addresses } from '#lib/addresses.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.people.join;
const account = messages.account;

interface JoinFormProps {
  readonly invitation: { readonly person: { readonly name: string; readonly email: string | null } | null };
  /** Who is signed in, by name; null for nobody. */
  readonly person: string | null;
  readonly join: FormAction;
  readonly make: FormAction;
  /** Where people with an account sign in. */
  readonly signIn: string;
  /** Accounts elsewhere that people sign in with. */
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  /** Whether accounts with a password are made here. */
  readonly passwords: boolean;
  /** Whether people sign in by a link in a mail: then an account needs no password. */
  readonly mail: boolean;
}

/** Joins as whoever is signed in, or makes an account first. */
export function JoinForm({ invitation, person, join, make, signIn, providers, passwords, mail }: JoinFormProps) {
  if (person !== null) return <JoinAs name={person} join={join} />;
  return (
    <div className="flex flex-col gap-8">
      <div>
        <SignInWays>
          {providers.length > 0 && <ProviderButtons providers={providers} next={addresses.join()} />}
          {(passwords || mail) && <MakeAccount invitation={invitation} make={make} passwords={passwords} />}
        </SignInWays>
      </div>
      {(passwords || mail) && (
        <p className="text-14">
          <Link href={signIn} className="link-text">
            {words.have}
          </Link>
        </p>
      )}
    </div>
  );
}

function JoinAs({ name, join }: { readonly name: string; readonly join: FormAction }) {
  return (
    <ActionForm action={join} className="flex flex-col gap-4">
      {(_state, pending) => (
        <>
          <div>
            <SubmitButton pending={pending}>{words.as(name)}</SubmitButton>
          </div>
          <p className="text-14 text-soft">{words.other}</p>
        </>
      )}
    </ActionForm>
  );
}

function MakeAccount({
  invitation: { person },
  make,
  passwords,
}: Pick<JoinFormProps, 'invitation' | 'make' | 'passwords'>) {
  return (
    <ActionForm action={make} className="flex flex-col gap-6">
      {(state, pending) => (
        <>
          <Field label={account.name} hint={account.nameHint} problem={state.problems['name']}>
            {(control) => <TextInput {...control} name="name" autoComplete="name" defaultValue={person?.name ?? ''} />}
          </Field>
          <Field label={account.email} problem={state.problems['email']}>
            {(control) => (
              <TextInput
                {...control}
                name="email"
                type="email"
                autoComplete="username"
                defaultValue={person?.email ?? ''}
              />
            )}
          </Field>
          {passwords && (
            <Field label={account.password} hint={account.passwordHint} problem={state.problems['password']}>
              {(control) => <PasswordInput control={control} autoComplete="new-password" />}
            </Field>
          )}
          <div>
            <SubmitButton pending={pending}>{words.submit}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
