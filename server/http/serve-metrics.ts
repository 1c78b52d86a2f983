import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

interface Metrics {
  /** Lets in whoever brings it, from wherever; null for nobody but this machine itself. */
  readonly token: string | null;
  readonly read: () => string;
}

/** Answers `GET /api/metrics` for this machine and for whoever has the token; for everybody else there is nothing here. */
export function serveMetrics(request: IncomingMessage, response: ServerResponse, { token, read }: Metrics): void {
  const allowed = request.method === 'GET' && (isOwnMachine(request) || hasToken(request, token));
  response.writeHead(allowed ? 200 : 404, {
    'content-type': 'text/plain; version=0.0.4; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(allowed ? read() : 'There is nothing here.\n');
}

/** A proxy on this machine says for whom it asks: then it is not the machine itself. */
function isOwnMachine({ socket, headers }: IncomingMessage): boolean {
  const passedOn = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'];
  return LOOPBACK.has(socket.remoteAddress ?? '') && passedOn.every((name) => headers[name] === undefined);
}

function hasToken({ headers }: IncomingMessage, token: string | null): boolean {
  const given = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  if (token === null || given === undefined) return false;
  return timingSafeEqual(digest(given), digest(token));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
