import { instanceSecret } from './secret.ts';
import { sameToken, sign } from './tokens.ts';

/** Cookie with the ids of the links that a browser has opened, signed. Whether each still counts is asked of the database. */
export const LINK_COOKIE = 'plenum.links';
const MOST = 20;

async function signed(ids: readonly string[]): Promise<string> {
  const list = ids.join('.');
  return `${list}.${sign(await instanceSecret(), 'links', list)}`;
}

/** The ids in a cookie's value; none when it was not signed here. */
export async function linksOfCookie(value: string | undefined): Promise<readonly string[]> {
  if (value === undefined) return [];
  const parts = value.split('.');
  const signature = parts.pop() ?? '';
  const list = parts.join('.');
  return sameToken(signature, sign(await instanceSecret(), 'links', list)) ? parts.filter((id) => id !== '') : [];
}

/** The cookie's next value after one more link was opened; the oldest gives way after twenty. */
export async function cookieWithLink(value: string | undefined, linkId: string): Promise<string> {
  const others = (await linksOfCookie(value)).filter((id) => id !== linkId);
  return signed([...others, linkId].slice(-MOST));
}

/** The value of one cookie in a Cookie header (RFC 6265). */
export function cookieOf(header: string | null, name: string): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
