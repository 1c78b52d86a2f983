import type { ServerResponse } from 'node:http';

/** Whether the parts of an address can be read at all: `%FF` is no letter of any (RFC 3986, 2.5). */
export function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Answers whoever asks for one that cannot: what routes it further on would fail at it. */
export function refuseUnreadable(response: ServerResponse): void {
  response
    .writeHead(400, { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' })
    .end('This address cannot be read.\n');
}
