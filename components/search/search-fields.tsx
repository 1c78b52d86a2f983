import { Search } from 'lucide-react';
import type { ComponentProps, RefObject } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field, Select, TextInput } from '#components/ui/field.tsx';
import { messages } from '#lib/messages/en.ts';
import type { SearchForm } from '#lib/search/search-form.ts';
import type { SearchChoice } from '#lib/search/search-view.ts';

const words = messages.search;

interface SearchFieldsProps {
  readonly form: SearchForm;
  readonly series: readonly SearchChoice[];
  readonly teams: readonly SearchChoice[];
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onChange: (part: Partial<SearchForm>) => void;
}

/** What is looked for, and by what it is narrowed. */
export function SearchFields({ form, series, teams, input, onChange }: SearchFieldsProps) {
  return (
    <>
      <div className="flex gap-2">
        <input
          ref={input}
          type="search"
          name="q"
          value={form.q}
          aria-label={words.label}
          placeholder={words.placeholder}
          autoComplete="off"
          enterKeyHint="search"
          spellCheck={false}
          onChange={({ target }) => onChange({ q: target.value })}
          className="min-h-12 w-full min-w-0 rounded-6 border border-edge bg-sheet px-3.5 text-20 placeholder:text-soft"
        />
        <Button type="submit" tone="main" className="min-h-12 tablet:min-h-12" aria-label={words.submit}>
          <Search className="size-4.5" aria-hidden="true" />
          <span className="max-tablet:hidden">{words.submit}</span>
        </Button>
      </div>
      <fieldset className="mt-4 grid grid-cols-2 gap-x-3 gap-y-3 desk:grid-cols-[1.4fr_1.2fr_1.2fr_0.7fr_1fr]">
        <legend className="sr-only">{words.filters}</legend>
        <Choice
          name="series"
          label={words.series}
          value={form.series}
          options={[{ value: '', name: words.allSeries }, ...series]}
          onChange={(value) => onChange({ series: value, team: '' })}
        />
        <TeamField form={form} teams={teams} onChange={onChange} />
        <Typed name="person" label={words.person} value={form.person} onChange={(person) => onChange({ person })} />
        <Typed
          name="year"
          label={words.year}
          value={form.year}
          inputMode="numeric"
          maxLength={4}
          onChange={(year) => onChange({ year: year.replaceAll(/\D/g, '') })}
        />
        <Choice
          name="sort"
          label={words.sort}
          value={form.sort}
          options={[
            { value: 'best', name: words.sorts.best },
            { value: 'new', name: words.sorts.new },
          ]}
          onChange={(value) => onChange({ sort: value === 'new' ? 'new' : 'best' })}
        />
      </fieldset>
    </>
  );
}

/** A list where the teams of one series are known, else the name that their addresses have. */
function TeamField({ form, teams, onChange }: Pick<SearchFieldsProps, 'form' | 'teams' | 'onChange'>) {
  if (teams.length > 0 && form.series !== '')
    return (
      <Choice
        name="team"
        label={words.team}
        value={form.team}
        options={[{ value: '', name: words.allTeams }, ...teams]}
        onChange={(team) => onChange({ team })}
      />
    );
  return (
    <Typed
      name="team"
      label={words.team}
      title={words.teamHint}
      value={form.team}
      onChange={(team) => onChange({ team: team.toLowerCase() })}
    />
  );
}

interface TypedProps extends Pick<ComponentProps<'input'>, 'name' | 'title' | 'inputMode' | 'maxLength'> {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Typed({ label, onChange, ...rest }: TypedProps) {
  return (
    <Field label={label}>
      {(control) => (
        <TextInput {...control} {...rest} autoComplete="off" onChange={({ target }) => onChange(target.value)} />
      )}
    </Field>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly SearchChoice[];
  readonly onChange: (value: string) => void;
}

function Choice({ name, label, value, options, onChange }: ChoiceProps) {
  return (
    <Field label={label}>
      {(control) => (
        <Select {...control} name={name} value={value} onChange={({ target }) => onChange(target.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
