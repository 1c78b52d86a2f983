import { idsOf, signIds } from './signed-ids.ts';

/** Cookie with the ids of the links that a browser has opened, signed. Whether each still counts is asked of the database. */
export const LINK_COOKIE = 'plenum.links';
const MOST = 20;
const PURPOSE = 'links';

/** The ids in a cookie's value; none when it was not signed here. */
export async function linksOfCookie(value: string | undefined): Promise<readonly string[]> {
  return idsOf(PURPOSE, value);
}

/** The cookie's next value after one more link was opened; the oldest gives way after twenty. */
export async function cookieWithLink(value: string | undefined, linkId: string): Promise<string> {
  const others = (await linksOfCookie(value)).filter((id) => id !== linkId);
  return signIds(PURPOSE, [...others, linkId].slice(-MOST));
}
