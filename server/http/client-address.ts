import type { IncomingMessage } from 'node:http';
import { environment } from '#server/environment.ts';

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

/** Whether the person's browser speaks https, as far as we may believe the proxy. */
export function isSecure(request: IncomingMessage): boolean {
  return environment().trustProxy && request.headers['x-forwarded-proto'] === 'https';
}
