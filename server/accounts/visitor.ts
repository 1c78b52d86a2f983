import type { Visitor, VisitorPerson } from '#lib/visitor.ts';
import { database } from '#server/database/client.ts';
import { auth } from './auth.ts';
import { GUEST_COOKIE, guestOf } from './guests.ts';
import { cookieOf, LINK_COOKIE, linksOfCookie } from './link-cookie.ts';

async function accountOf(headers: Headers): Promise<VisitorPerson | null> {
  if (!headers.has('cookie')) return null;
  const session = await (await auth()).api.getSession({ headers });
  if (session === null) return null;
  const person = await database().person.findUnique({ where: { authUserId: session.user.id } });
  if (person === null || person.disabledAt !== null) return null;
  return { id: person.id, name: person.name, hue: person.hue, admin: person.admin, signedIn: true };
}

/** An account comes before the guest that the same browser was. */
async function personOf(headers: Headers): Promise<VisitorPerson | null> {
  return (await accountOf(headers)) ?? guestOf(cookieOf(headers.get('cookie'), GUEST_COOKIE));
}

/** Who sends these headers, by session, guest and link cookie. Disabled people are nobody. */
export async function visitorOf(headers: Headers): Promise<Visitor> {
  const [person, linkIds] = await Promise.all([
    personOf(headers),
    linksOfCookie(cookieOf(headers.get('cookie'), LINK_COOKIE)),
  ]);
  return { person, linkIds };
}
