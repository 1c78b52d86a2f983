import { Refusal } from '#lib/errors.ts';
import { environment } from '#server/environment.ts';
import { addressOf } from '#server/http/client-address.ts';
import { forgive, limit, takeBack } from '#server/limits/limit.ts';
import { auth } from './auth.ts';

/**
 * Checks e-mail and password and opens a session; gives the Set-Cookie headers for the browser. One refusal for every failure, and
 * another for too many of them.
 */
export async function signIn(
  form: { readonly email: string; readonly password: string },
  headers: Headers,
): Promise<readonly string[]> {
  if (!environment().passwords) throw new Refusal('not-allowed', 'Nobody signs in with a password here.');
  const { email, password } = form;
  const address = addressOf(headers);
  const both = `${email} ${address}`;
  await limit('sign-in.address', address);
  await limit('sign-in.account', email);
  await limit('sign-in.both', both);
  const response = await (await auth()).api.signInEmail({ body: { email, password }, headers, asResponse: true });
  if (!response.ok) throw new Refusal('invalid', 'E-mail address or password is not right.');
  await Promise.all([
    takeBack('sign-in.address', address),
    takeBack('sign-in.account', email),
    forgive('sign-in.both', both),
  ]);
  return response.headers.getSetCookie();
}

/** Ends the session; gives the Set-Cookie headers that clear it. */
export async function signOut(headers: Headers): Promise<readonly string[]> {
  const response = await (await auth()).api.signOut({ headers, asResponse: true });
  return response.headers.getSetCookie();
}
