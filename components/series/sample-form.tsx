'use client';

import { useOwnZone } from '#components/time/clock.ts';
import { ActionForm } from '#components/ui/action-form.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import type { FormAction } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.series.sample;

/** What is in the sample, and the one button that makes it. */
export function SampleForm({ action }: { readonly action: FormAction }) {
  const zone = useOwnZone('UTC');
  return (
    <ActionForm action={action} className="flex flex-col gap-6">
      {(_state, pending) => (
        <>
          <input type="hidden" name="timeZone" value={zone} />
          <ul className="border-t border-line">
            {words.contents.map((line) => (
              <li key={line} className="border-b border-line py-2.5">
                {line}
              </li>
            ))}
          </ul>
          <div>
            <SubmitButton pending={pending}>{words.submit}</SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
