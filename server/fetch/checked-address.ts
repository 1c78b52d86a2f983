import { isIP } from 'node:net';
import { Refusal } from '#lib/errors.ts';
import type { FetchPolicy, FetchWords } from './fetch-policy.ts';

/** Where one request goes, checked: only to these IP addresses. */
export interface CheckedAddress {
  readonly url: URL;
  /** The name without brackets, as sockets take it. */
  readonly host: string;
  readonly port: number;
  readonly addresses: readonly string[];
  /** Whether the socket may stand where it came out. */
  readonly isAllowed: (address: string | undefined) => boolean;
}

/** Checks what stands in an address, then everything that its name leads to. Refuses in a sentence what may not be asked. */
export async function checkAddress(written: string, policy: FetchPolicy): Promise<CheckedAddress> {
  const { says } = policy;
  const url = parsed(written, says);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  const named = policy.named.has(`${url.hostname}:${port}`);
  if (!named && !policy.ports.has(port)) throw new Refusal('invalid', says.port(String(port)));
  const isAllowed = (address: string | undefined) =>
    address !== undefined && isIP(address) !== 0 && (named || policy.isAllowed(address));
  const addresses = isIP(host) === 0 ? await policy.lookup(host) : [host];
  if (addresses.length === 0) throw new Refusal('invalid', says.unknownHost(url.hostname));
  // One that is not public among others is no mistake that one could look away from.
  if (!addresses.every(isAllowed)) throw new Refusal('invalid', says.notPublic(url.hostname));
  return { url, host, port, addresses, isAllowed };
}

/** Browsers' own reading of addresses undoes all spellings of one: numbers in any base, other digits, encoded letters. */
function parsed(written: string, says: FetchWords): URL {
  if (!URL.canParse(written)) throw new Refusal('invalid', says.noAddress);
  const url = new URL(written);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Refusal('invalid', says.scheme(url.protocol));
  if (url.username !== '' || url.password !== '') throw new Refusal('invalid', says.credentials);
  // The dot behind a name changes nothing but what a certificate is compared with.
  url.hostname = url.hostname.replace(/\.$/, '');
  return url;
}
