'use client';

import { ActionForm } from '#components/ui/action-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field, TextInput } from '#components/ui/field.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import {
  LONGEST_ALT,
  LONGEST_CREDIT,
  type DescriptionKept,
  type SeriesPicture,
} from '#lib/assets/series-pictures-view.ts';
import { UNSENT, type FormAction, type FormState } from '#lib/forms/form-state.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.pictures.describe;

interface DescribeFormProps {
  readonly picture: SeriesPicture;
  readonly describe: (fields: FormData) => Promise<{ readonly state: FormState } & DescriptionKept>;
  /** It is kept, and was written into so many places. */
  readonly onSaved: (places: number) => void;
  readonly onCancel: () => void;
}

/** What a picture shows and who made it; the words can go into decks that show it without any. */
export function DescribeForm({ picture, describe, onSaved, onCancel }: DescribeFormProps) {
  const send: FormAction = async (_before, fields) => {
    const { state, places } = await describe(fields).catch(() => UNREACHABLE);
    if (state.refusal === null && Object.keys(state.problems).length === 0) onSaved(places);
    return state;
  };
  return (
    <ActionForm action={send} className="flex max-w-[36rem] flex-col gap-4 border-l-2 border-accent pl-4">
      {({ problems }, pending) => (
        <>
          <Field label={words.alt} hint={words.altHint} problem={problems['alt']}>
            {(control) => (
              <TextInput
                {...control}
                name="alt"
                defaultValue={picture.alt}
                maxLength={LONGEST_ALT}
                autoComplete="off"
                ref={focusOnce}
              />
            )}
          </Field>
          {picture.undescribed > 0 && <Spread places={picture.undescribed} />}
          <Field label={words.credit} hint={words.creditHint} problem={problems['credit']} optional>
            {(control) => (
              <TextInput
                {...control}
                name="credit"
                defaultValue={picture.credit}
                maxLength={LONGEST_CREDIT}
                autoComplete="off"
              />
            )}
          </Field>
          <div className="flex flex-wrap gap-2">
            <SubmitButton pending={pending}>{words.save}</SubmitButton>
            <Button tone="bare" onClick={onCancel}>
              {words.cancel}
            </Button>
          </div>
        </>
      )}
    </ActionForm>
  );
}

const UNREACHABLE = { state: { ...UNSENT, refusal: messages.sections.problems.unreachable }, places: 0 };

function Spread({ places }: { readonly places: number }) {
  return (
    <label className="flex min-h-11 items-start gap-2.5 text-14 tablet:min-h-0">
      <input type="checkbox" name="spread" defaultChecked className="mt-0.5 size-5 accent-accent tablet:size-4" />
      <span>
        <span className="font-semibold">{words.spread(places)}</span>{' '}
        <span className="text-soft">{words.spreadHint}</span>
      </span>
    </label>
  );
}

/** Somebody opened it to type. */
function focusOnce(input: HTMLInputElement | null): void {
  input?.focus();
}
