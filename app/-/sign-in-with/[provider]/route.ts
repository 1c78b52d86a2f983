import type { NextRequest } from 'next/server';
import { goOnward } from '#app/accounts/go-onward.ts';
import type { RouteProps } from '#app/route-props.ts';
import { addresses, safeNext } from '#lib/addresses.ts';
import { beginSignIn } from '#server/accounts/providers/provider-sign-in.ts';
import { providerOf } from '#server/accounts/providers/providers.ts';

/**
 * Begins the way through a provider. It is a link and no form: browsers that hold forms to the page's policy would not follow it to
 * another site. Another site's link leads to the page with the button instead: nobody is signed in by what somebody else wrote.
 */
export async function GET(request: NextRequest, { params }: Pick<RouteProps<'provider'>, 'params'>): Promise<Response> {
  const provider = providerOf((await params).provider);
  if (provider === null) return new Response(null, { status: 404 });
  const next = safeNext(request.nextUrl.searchParams.get('next')) ?? addresses.home();
  const from = request.headers.get('sec-fetch-site');
  if (from === 'cross-site' || request.headers.get('sec-purpose')?.includes('prefetch') === true)
    return goOnward({ location: addresses.signIn(next), cookies: [] });
  return goOnward(await beginSignIn(provider, request.headers, next));
}
