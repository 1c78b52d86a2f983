import { nameSchema } from '#lib/account-form.ts';
import { Refusal } from '#lib/errors.ts';
import type { VisitorPerson } from '#lib/visitor.ts';
import { audit } from '#server/audit.ts';
import { database } from '#server/database/client.ts';
import { hueFor } from './hue.ts';
import { markSeen } from './last-seen.ts';
import { newToken, tokenHash } from './tokens.ts';

/** Cookie that makes a browser the same guest again. */
export const GUEST_COOKIE = 'plenum.guest';

/** Makes a person without account, bound to the token that is given back for the cookie. Refuses a name that will not do. */
export async function createGuest(name: unknown): Promise<string> {
  const parsed = nameSchema.safeParse(name);
  if (!parsed.success) throw new Refusal('invalid', parsed.error.issues[0]?.message ?? 'Enter a name.');
  const token = newToken();
  await database().$transaction(async (tx) => {
    const person = await tx.person.create({
      data: { name: parsed.data, hue: hueFor(await tx.person.count()), guestKeyHash: tokenHash(token) },
    });
    await audit(tx, { act: 'guest.create', personId: person.id });
  });
  return token;
}

/** The guest of a cookie's value; null for none, an unknown one, or one that was disabled. */
export async function guestOf(token: string | undefined): Promise<VisitorPerson | null> {
  if (token === undefined) return null;
  const person = await database().person.findUnique({ where: { guestKeyHash: tokenHash(token) } });
  if (person === null || person.disabledAt !== null) return null;
  markSeen(person);
  return { id: person.id, name: person.name, hue: person.hue, admin: false, signedIn: false };
}
