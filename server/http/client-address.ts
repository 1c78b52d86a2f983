import type { IncomingMessage } from 'node:http';
import { environment } from '#server/environment.ts';

/** Header in which pages and actions find the client's address: they see headers alone. Only `markClient` sets it. */
export const ADDRESS_HEADER = 'x-plenum-address';

/** Where a request comes from: the socket's peer or, behind a trusted proxy, the last hop that the proxy wrote down. */
export function clientAddress(request: IncomingMessage): string {
  const forwarded = request.headers['x-forwarded-for'];
  const last =
    String(forwarded ?? '')
      .split(',')
      .at(-1)
      ?.trim() ?? '';
  return environment().trustProxy && last !== '' ? last : (request.socket.remoteAddress ?? '');
}

/** Hands the client's address on to pages and actions; what the client wrote there itself is overwritten. */
export function markClient(request: IncomingMessage): void {
  request.headers[ADDRESS_HEADER] = clientAddress(request);
}

/** The client's address as pages and actions see it. */
export function addressOf(headers: Headers): string {
  return headers.get(ADDRESS_HEADER) ?? '';
}

/** Whether the person's browser speaks https, as far as we may believe the proxy. */
export function isSecure(request: IncomingMessage): boolean {
  return environment().trustProxy && request.headers['x-forwarded-proto'] === 'https';
}
