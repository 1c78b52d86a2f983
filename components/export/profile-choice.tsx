import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/field.tsx';
import { EXPORT_PROFILES } from '#lib/export/export-profile.ts';
import { messages } from '#lib/messages/en.ts';

const words = messages.exports;

/** For whom Markdown is written, as a field of a form. */
export function ProfileChoice() {
  return (
    <Field label={words.profile}>
      {(control) => (
        <Select {...control} name="profile" defaultValue="plenum">
          {EXPORT_PROFILES.map((profile) => (
            <option key={profile} value={profile}>
              {words.profiles[profile]}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
