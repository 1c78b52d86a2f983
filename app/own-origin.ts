import 'server-only';
import { environment } from '#server/environment.ts';
import { isOwnOrigin as isOwn } from '#server/http/own-origin.ts';

/** Whether a browser sent this from a page of ours. Server actions check this themselves; route handlers that write must ask. */
export function isOwnOrigin(headers: Headers): boolean {
  const [origin, host] = [headers.get('origin'), headers.get('host')];
  return isOwn({ ...(origin === null ? {} : { origin }), ...(host === null ? {} : { host }) }, environment().publicUrl);
}
