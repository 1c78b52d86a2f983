import { goOnward } from '#app/accounts/go-onward.ts';
import type { RouteProps } from '#app/route-props.ts';
import { endSignIn } from '#server/accounts/providers/provider-sign-in.ts';
import { providerOf } from '#server/accounts/providers/providers.ts';

/**
 * Where a provider sends people back to. Of everything that the accounts library could answer to under this address, browsers need
 * this alone; the rest is done by actions, which call it from inside.
 */
export async function GET(request: Request, { params }: Pick<RouteProps<'provider'>, 'params'>): Promise<Response> {
  const provider = providerOf((await params).provider);
  if (provider === null) return new Response(null, { status: 404 });
  return goOnward(await endSignIn(provider, request));
}
