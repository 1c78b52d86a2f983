import 'server-only';
import type { Onward } from '#server/accounts/providers/provider-sign-in.ts';

/** Sends a browser on, with the cookies that it is given. Nothing of it is kept by anybody in between. */
export function goOnward({ location, cookies }: Onward): Response {
  const headers = new Headers({ Location: location, 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' });
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  return new Response(null, { status: 303, headers });
}
