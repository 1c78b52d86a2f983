import http, { type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import { Refusal } from '#lib/errors.ts';
import type { CheckedAddress } from './checked-address.ts';
import type { FetchPolicy } from './fetch-policy.ts';

/** What is sent to a server instead of a bare GET. */
export interface Posting {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Sends one GET to a checked address, or posts something, as nobody: no cookies, no credentials, no referrer. Gives the answer when its
 * headers are there.
 */
export async function askServer(
  checked: CheckedAddress,
  policy: FetchPolicy,
  signal: AbortSignal,
  posting?: Posting,
): Promise<IncomingMessage> {
  const { says } = policy;
  const secure = checked.url.protocol === 'https:';
  const answer = Promise.withResolvers<IncomingMessage>();
  const request = (secure ? https : http).request(
    { ...optionsOf(checked, policy, signal), ...methodOf(checked, posting) },
    answer.resolve,
  );
  // Not only once: what fails after the headers is told again, and heard where the body is read.
  request.on('error', answer.reject);
  const late = setTimeout(
    () => request.destroy(new Refusal('unavailable', says.slow(checked.url.hostname))),
    policy.connectMs,
  );
  const refuse = () => request.destroy(new Refusal('invalid', says.notPublic(checked.url.hostname)));
  request.once('socket', (socket: Socket) => {
    // Before a byte is sent. The names are settled by now, this is the last word.
    socket.once('connect', () => {
      if (!checked.isAllowed(socket.remoteAddress)) refuse();
    });
    socket.once(secure ? 'secureConnect' : 'connect', () => clearTimeout(late));
  });
  request.end(posting?.body);
  return answer.promise.finally(() => clearTimeout(late));
}

function optionsOf(
  { url, host, port, addresses }: CheckedAddress,
  { mostHeaderBytes }: FetchPolicy,
  signal: AbortSignal,
): RequestOptions {
  return {
    host,
    port,
    path: `${url.pathname}${url.search}`,
    // A connection of its own, closed behind it, whatever proxies the environment names.
    agent: false,
    maxHeaderSize: mostHeaderBytes,
    lookup: lookupOf(addresses),
    signal,
  };
}

function methodOf({ url }: CheckedAddress, posting: Posting | undefined): RequestOptions {
  // Names the default port as little as browsers do.
  const common = { Host: url.host, 'User-Agent': 'Plenum', 'Accept-Encoding': 'identity' };
  if (posting === undefined) return { method: 'GET', headers: { ...common, Accept: 'image/*' } };
  const length = String(Buffer.byteLength(posting.body));
  return { method: 'POST', headers: { ...common, ...posting.headers, 'Content-Length': length } };
}

/** Answers with what was checked, whatever the name means by now. */
function lookupOf(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_host, options, callback) => {
    const [first] = all;
    if (options.all === true) callback(null, all);
    else callback(null, first?.address ?? '', first?.family);
  };
}
