import { cookieName } from './cookies.ts';
import { cookieOf, idsOf, signIds } from './signed-ids.ts';

/** Cookie with the id of the invitation that a browser has opened last, signed, so that its token stays in no address. */
export const INVITATION_COOKIE = 'plenum.invitation';
const PURPOSE = 'invitation';

/** The cookie's value for one invitation. */
export async function invitationValue(invitationId: string): Promise<string> {
  return signIds(PURPOSE, [invitationId]);
}

/** The id in a Cookie header, or null. */
export async function invitationOfCookie(header: string | null): Promise<string | null> {
  return (await idsOf(PURPOSE, cookieOf(header, cookieName(INVITATION_COOKIE))))[0] ?? null;
}
