'use client';

import { ReaderChoices } from '#components/series/reader-choices.tsx';
import { ZoneSelect } from '#components/series/zone-select.tsx';
import { Field, Select, TextInput } from '#components/ui/field.tsx';
import { messages } from '#lib/messages/en.ts';

const words = messages.imports;

/** A series that decks can be imported into. */
export interface ImportSeries {
  readonly slug: string;
  readonly name: string;
}

interface ImportTargetFieldsProps {
  readonly series: readonly ImportSeries[];
  /** Slug of the chosen series; empty for a new one. */
  readonly chosen: string;
  readonly onChoose: (slug: string) => void;
  readonly zones: readonly string[];
  readonly nameProblem: string | undefined;
}

/** Which series the decks go into; for a new one its name and who may read it. */
export function ImportTargetFields({ series, chosen, onChoose, zones, nameProblem }: ImportTargetFieldsProps) {
  return (
    <>
      {series.length > 0 && (
        <Field label={words.series}>
          {(control) => (
            <Select {...control} name="series" value={chosen} onChange={(event) => onChoose(event.target.value)}>
              <option value="">{words.newSeries}</option>
              {series.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {chosen === '' && (
        <>
          <Field label={words.seriesName} problem={nameProblem}>
            {(control) => <TextInput {...control} name="name" autoComplete="off" maxLength={120} />}
          </Field>
          <Field label={messages.series.new.zone}>
            {(control) => <ZoneSelect control={control} name="timeZone" zones={zones} />}
          </Field>
          <ReaderChoices />
        </>
      )}
    </>
  );
}
