import type { IncomingMessage } from 'node:http';

/** Whether a browser sent this from a page of ours, by what it says of itself truthfully. `publicUrl` is null where only the Host header tells. */
export function isOwnOrigin(
  { origin, host }: Pick<IncomingMessage['headers'], 'origin' | 'host'>,
  publicUrl: string | null,
): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false;
  return origin === publicUrl || new URL(origin).host === host;
}
