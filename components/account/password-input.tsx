'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { TextInput } from '#components/ui/field.tsx';
import type { FieldControl } from '#components/ui/field.tsx';
import { messages } from '#lib/messages/en.ts';

/** A password that can be looked at while typing. */
export function PasswordInput({
  control,
  name = 'password',
  autoComplete,
}: {
  readonly control: FieldControl;
  readonly name?: string;
  readonly autoComplete: 'current-password' | 'new-password';
}) {
  const [shown, show] = useState(false);
  const label = shown ? messages.account.hide : messages.account.show;
  return (
    <div className="relative">
      <TextInput
        {...control}
        name={name}
        type={shown ? 'text' : 'password'}
        autoComplete={autoComplete}
        spellCheck={false}
        autoCapitalize="none"
        className="pr-12"
      />
      <button
        type="button"
        aria-label={label}
        aria-pressed={shown}
        title={label}
        onClick={() => show(!shown)}
        className="absolute inset-y-0 right-0 grid w-11 place-items-center rounded-6 text-soft hover:text-ink"
      >
        {shown ? <EyeOff className="size-4" aria-hidden="true" /> : <Eye className="size-4" aria-hidden="true" />}
      </button>
    </div>
  );
}
