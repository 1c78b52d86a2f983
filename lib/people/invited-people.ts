import { emailSchema, nameSchema } from '#lib/account-form.ts';

/** Somebody to invite, as a line says it: a name, and where to reach them or what they are called at GitHub, when it says so. */
export interface InvitedPerson {
  readonly name: string;
  readonly email: string | null;
  readonly handle: string | null;
}

/** A line that names nobody, by its number from 1, and why. */
export interface UnreadLine {
  readonly line: number;
  readonly text: string;
  readonly why: 'name' | 'email' | 'handle';
}

/** At most so many people are invited at once: more is a mistake, or somebody else's list. */
export const MOST_INVITED = 200;

/** A GitHub login: 39 letters, digits and single hyphens. */
const HANDLE = /^[a-z\d](?:-?[a-z\d]){0,38}$/i;

/**
 * Reads pasted lines (also separated by `;` or `,`): `Ada Harbour <ada@example.org>`, `ada@example.org`, `@ada`, `Ada @ada`, or a
 * name alone. Empty lines say nothing, and whoever is named twice counts once.
 */
export function readInvited(text: string): {
  readonly people: readonly InvitedPerson[];
  readonly unread: readonly UnreadLine[];
} {
  const people = new Map<string, InvitedPerson>();
  const unread: UnreadLine[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    for (const part of partsOf(raw)) {
      if (part === '') continue;
      const read = readOne(part);
      if (typeof read === 'string') unread.push({ line: index + 1, text: part.slice(0, 80), why: read });
      else people.set((read.email ?? read.handle ?? read.name).toLowerCase(), read);
    }
  }
  return { people: [...people.values()], unread };
}

/** The pieces of a line between `;` and `,`; those within quotation marks are part of a name: `"Harbour, Ada" <ada@example.org>`. */
function partsOf(line: string): readonly string[] {
  return (line.match(/(?:"[^"]*"|[^;,"])+/g) ?? []).map((piece) => piece.trim());
}

function readOne(text: string): InvitedPerson | UnreadLine['why'] {
  const angled = /^([^<>]*)<([^<>]+)>$/.exec(text);
  if (angled !== null) return withEmail(angled[2] ?? '', angled[1] ?? '');
  // A handle begins the text or stands behind a blank: an address has letters before its @.
  const handled = /^(?:(.*)\s)?@(\S+)$/.exec(text);
  if (handled !== null) return withHandle(handled[2] ?? '', handled[1] ?? '');
  if (text.includes('@')) return withEmail(text, '');
  const name = nameSchema.safeParse(text);
  return name.success ? { name: name.data, email: null, handle: null } : 'name';
}

function withEmail(address: string, given: string): InvitedPerson | UnreadLine['why'] {
  const email = emailSchema.safeParse(address);
  if (!email.success) return 'email';
  const name = nameSchema.safeParse(unquoted(given) === '' ? (email.data.split('@')[0] ?? '') : unquoted(given));
  return name.success ? { name: name.data, email: email.data, handle: null } : 'name';
}

function withHandle(handle: string, given: string): InvitedPerson | UnreadLine['why'] {
  if (!HANDLE.test(handle)) return 'handle';
  const name = nameSchema.safeParse(given.trim() === '' ? handle : unquoted(given));
  return name.success ? { name: name.data, email: null, handle } : 'name';
}

/** Mail programs put names in quotation marks. */
function unquoted(name: string): string {
  return name.trim().replaceAll(/^"|"$/g, '').trim();
}
