import { Field, TextInput } from '#components/ui/field.tsx';
import type { FormState } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';
import type { TeamEntry } from '#lib/views.ts';
import { TextLines } from '#components/ui/text-lines.tsx';

const words = messages.teams;

interface TeamFieldsProps {
  readonly state: FormState;
  /** As it is; null for a new one. */
  readonly team: TeamEntry | null;
}

/** Name, other spellings and blurb of a team. The server says what is too long: a limit of the field would cut without a word. */
export function TeamFields({ state: { problems }, team }: TeamFieldsProps) {
  return (
    <>
      <Field label={words.name} hint={words.nameHint} problem={problems['name']}>
        {(control) => <TextInput {...control} name="name" autoComplete="off" defaultValue={team?.name} />}
      </Field>
      <Field label={words.aliasesLabel} hint={words.aliasesHint} problem={problems['aliases']} optional>
        {(control) => <TextLines {...control} name="aliases" defaultValue={team?.aliases.join('\n')} />}
      </Field>
      <Field label={words.blurb} problem={problems['blurb']} optional>
        {(control) => <TextLines {...control} name="blurb" defaultValue={team?.blurb} />}
      </Field>
    </>
  );
}
