import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { database } from '#server/database/client.ts';
import { clientAddress, isSecure } from './client-address.ts';

const ANSWER_WITHIN_MS = 2000;

/** What else has to answer: gives null when well, else the reason in a sentence. */
export type HealthCheck = () => string | null;

async function reasonAgainst(rooms: HealthCheck): Promise<string | null> {
  const late = new AbortController();
  const answer = database().$queryRaw`SELECT 1`.then(
    () => null,
    () => 'The database does not answer.',
  );
  const timeout = pause(ANSWER_WITHIN_MS, 'The database does not answer in time.', { signal: late.signal }).catch(
    () => null,
  );
  const reason = await Promise.race([answer, timeout]);
  late.abort();
  return reason ?? rooms();
}

/**
 * Answers `GET /api/health`: 200 `{"status":"ok"}`, or 503 with the reason. Says too how this very request arrived (`client`,
 * `secure`, `forwarded`, `time`), which is what `plenum check` looks at through the proxy.
 */
export async function serveHealth(
  request: IncomingMessage,
  response: ServerResponse,
  rooms: HealthCheck,
): Promise<void> {
  const reason = await reasonAgainst(rooms);
  const arrived = {
    client: clientAddress(request),
    secure: isSecure(request),
    forwarded: request.headers['x-forwarded-for'] !== undefined,
    time: new Date().toISOString(),
  };
  const detailed = request.url?.includes('?check') === true ? arrived : {};
  response.writeHead(reason === null ? 200 : 503, {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(
    JSON.stringify(reason === null ? { status: 'ok', ...detailed } : { status: 'unavailable', reason, ...detailed }),
  );
}
