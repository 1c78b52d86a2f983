import { instanceSecret } from './secret.ts';
import { sameToken, sign } from './tokens.ts';

/** Ids in a cookie's value, signed for one purpose, so that nobody puts in what they were not given. */
export async function signIds(purpose: string, ids: readonly string[]): Promise<string> {
  const list = ids.join('.');
  return `${list}.${sign(await instanceSecret(), purpose, list)}`;
}

/** The ids in a value that was signed here for this purpose; none in any other. */
export async function idsOf(purpose: string, value: string | undefined): Promise<readonly string[]> {
  if (value === undefined) return [];
  const parts = value.split('.');
  const signature = parts.pop() ?? '';
  const list = parts.join('.');
  return sameToken(signature, sign(await instanceSecret(), purpose, list)) ? parts.filter((id) => id !== '') : [];
}

/** The value of one cookie in a Cookie header (RFC 6265). */
export function cookieOf(header: string | null, name: string): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
