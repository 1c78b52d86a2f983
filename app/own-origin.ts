import 'server-only';
import { environment } from '#server/environment.ts';

/** Whether a browser sent this from a page of ours. Server actions check this themselves; route handlers that write must ask. */
export function isOwnOrigin(headers: Headers): boolean {
  const origin = headers.get('origin');
  if (origin === null) return false;
  const { publicUrl } = environment();
  return origin === publicUrl || (URL.canParse(origin) && new URL(origin).host === headers.get('host'));
}
