import { Field, Select } from './field.tsx';

interface ChoiceFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly preset: string;
  readonly options: readonly { readonly value: string; readonly title: string }[];
  readonly problem?: string | undefined;
}

/** One of a few, in the browser's own list. */
export function ChoiceField({ name, label, hint, preset, options, problem }: ChoiceFieldProps) {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(control) => (
        <Select {...control} name={name} defaultValue={preset}>
          {options.map(({ value, title }) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
