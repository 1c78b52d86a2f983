import type { Visitor, VisitorPerson } from '#lib/visitor.ts';
import { database } from '#server/database/client.ts';
import { auth } from './auth.ts';
import { cookieName } from './cookies.ts';
import { GUEST_COOKIE, guestOf } from './guests.ts';
import { LINK_COOKIE, linksOfCookie } from './link-cookie.ts';
import { markSeen } from './last-seen.ts';
import { cookieOf } from './signed-ids.ts';

/** The person of a session: `none` without one, null when the account was disabled. */
async function accountOf(headers: Headers): Promise<VisitorPerson | 'none' | null> {
  if (!headers.has('cookie')) return 'none';
  const session = await (await auth()).api.getSession({ headers });
  if (session === null) return 'none';
  const person = await database().person.findUnique({ where: { authUserId: session.user.id } });
  if (person === null || person.disabledAt !== null) return null;
  markSeen(person);
  return { id: person.id, name: person.name, hue: person.hue, admin: person.admin, signedIn: true };
}

/** An account comes before the guest that the same browser was, also one that was disabled: it is no way back in. */
async function personOf(headers: Headers): Promise<VisitorPerson | null> {
  const account = await accountOf(headers);
  return account === 'none' ? guestOf(cookieOf(headers.get('cookie'), cookieName(GUEST_COOKIE))) : account;
}

/** Who sends these headers, by session, guest and link cookie. Disabled people are nobody. */
export async function visitorOf(headers: Headers): Promise<Visitor> {
  const [person, linkIds] = await Promise.all([
    personOf(headers),
    linksOfCookie(cookieOf(headers.get('cookie'), cookieName(LINK_COOKIE))),
  ]);
  return { person, linkIds };
}
