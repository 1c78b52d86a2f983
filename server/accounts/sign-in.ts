import { Refusal } from '#lib/errors.ts';
import { auth } from './auth.ts';

/** Checks e-mail and password and opens a session; gives the Set-Cookie headers for the browser. One refusal for every failure. */
export async function signIn(
  form: { readonly email: string; readonly password: string },
  headers: Headers,
): Promise<readonly string[]> {
  const response = await (await auth()).api.signInEmail({ body: form, headers, asResponse: true });
  if (!response.ok) throw new Refusal('invalid', 'E-mail address or password is not right.');
  return response.headers.getSetCookie();
}

/** Ends the session; gives the Set-Cookie headers that clear it. */
export async function signOut(headers: Headers): Promise<readonly string[]> {
  const response = await (await auth()).api.signOut({ headers, asResponse: true });
  return response.headers.getSetCookie();
}
