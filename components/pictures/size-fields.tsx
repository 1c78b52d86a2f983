'use client';

import { Field, Problem, TextInput } from '#components/ui/field.tsx';
import { RadioChoice } from '#components/ui/radio-choice.tsx';
import { messages } from '#lib/messages/en.ts';
import type { PictureDraft, SizeName } from './picture-draft.ts';

const words = messages.pictureMenu;
const OPTIONS = (['own', 'small', 'half', 'full', 'exact'] as const).map((value) => ({
  value,
  title: words.sizes[value],
}));

interface SizeFieldsProps {
  readonly draft: PictureDraft;
  readonly change: (part: Partial<PictureDraft>) => void;
  readonly bad: boolean;
}

/** A size by its name, or by its numbers. */
export function SizeFields({ draft, change, bad }: SizeFieldsProps) {
  return (
    <>
      <RadioChoice
        name="size"
        label={words.size}
        shape="row"
        preset={draft.size}
        options={OPTIONS}
        onChoose={(size) => change({ size: size as SizeName })}
      />
      {draft.size === 'exact' && (
        <div className="grid grid-cols-2 gap-x-4 gap-y-2">
          {(['width', 'height'] as const).map((side) => (
            <Field key={side} label={words[side]}>
              {(control) => (
                <TextInput
                  {...control}
                  inputMode="numeric"
                  autoComplete="off"
                  aria-describedby="exact-hint"
                  value={draft[side]}
                  onChange={(event) => change({ [side]: event.target.value })}
                />
              )}
            </Field>
          ))}
          <div id="exact-hint" className="col-span-2 text-14 text-soft">
            {bad ? <Problem>{words.noSize}</Problem> : words.exactHint}
          </div>
        </div>
      )}
    </>
  );
}
