import { environment } from '#server/environment.ts';

/** A year, in seconds. */
export const YEAR = 31_536_000;

/** Whether browsers come by https, as PUBLIC_URL says. */
export function isBehindTls(): boolean {
  return environment().publicUrl?.startsWith('https:') ?? false;
}

/**
 * What a cookie is called in the browser. Behind TLS `__Host-` keeps neighbours under the same domain from planting one of that
 * name (RFC 6265bis, 4.1.3.2); over plain http browsers refuse such names.
 */
export function cookieName(name: string): string {
  return isBehindTls() ? `__Host-${name}` : name;
}

/** How all our cookies are set. `maxAge` in seconds; without it they end with the browser. */
export function cookieOptions(maxAge?: number) {
  return {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: isBehindTls(),
    ...(maxAge === undefined ? {} : { maxAge }),
  } as const;
}
