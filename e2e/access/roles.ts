/**
 * Everybody who can come, in the order in which every row of the tables names them. A person put out of a deck, a program with a token:
 * whoever else is added here needs a letter in every row, and a way in in `world.ts`.
 */
export const ROLES = [
  'nobody',
  'guest without a link',
  'read link',
  'write link',
  'guest by write link',
  'section link',
  'reader',
  'writer',
  'host',
  'admin',
  'member of another series',
  'disabled host',
] as const;

export type Role = (typeof ROLES)[number];

/** One letter a role, in the order of `ROLES`: `'ng rwgs RWH aod'`. Spaces are for the eye. */
export type Marks = string;

/** What a row expects of each role. Throws when a letter is missing. */
export function eachRole(row: string, marks: Marks): readonly { readonly role: Role; readonly mark: string }[] {
  const letters = marks.replaceAll(' ', '').split('');
  if (letters.length !== ROLES.length)
    throw new Error(`${row}: ${ROLES.length} roles, but ${letters.length} letters in “${marks}”`);
  return ROLES.map((role, index) => ({ role, mark: letters[index] ?? '' }));
}
