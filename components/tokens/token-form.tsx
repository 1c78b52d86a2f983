import { ActionForm } from '#components/ui/action-form.tsx';
import { ChoiceField } from '#components/ui/choice-field.tsx';
import { Field, Problem, TextInput } from '#components/ui/field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { scopeSchema } from '#lib/api/scopes.ts';
import type { FormAction } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.api.tokens;

/** Makes a token: what it is for, what it may do, how long. */
export function TokenForm({ action }: { readonly action: FormAction }) {
  return (
    <ActionForm action={action} className="flex flex-col gap-5">
      {(state, pending) => (
        <>
          <Field label={words.name} hint={words.nameHint} problem={state.problems['name']}>
            {(control) => <TextInput {...control} name="name" autoComplete="off" maxLength={120} />}
          </Field>
          <fieldset className="flex flex-col">
            <legend className="mb-1 text-14 font-semibold">{words.what}</legend>
            {scopeSchema.options.map((scope) => (
              <label key={scope} className="flex min-h-11 items-center gap-2.5 text-14 tablet:min-h-8">
                <input
                  type="checkbox"
                  name="scopes"
                  value={scope}
                  defaultChecked={scope === 'read'}
                  className="size-4 accent-accent"
                />
                <span>
                  <code className="font-mono text-12">{scope}</code> {words.scopes[scope]}
                </span>
              </label>
            ))}
            {state.problems['scopes'] !== undefined && <Problem>{state.problems['scopes']}</Problem>}
          </fieldset>
          <ChoiceField
            name="days"
            label={words.days}
            preset="90"
            options={words.dayChoices}
            problem={state.problems['days']}
          />
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
