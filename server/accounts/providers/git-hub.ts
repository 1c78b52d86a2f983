import { z } from 'zod';
import type { GitHubSettings } from '#server/sign-in-settings.ts';
import { askProvider } from './ask-provider.ts';
import { exchangeCode } from './exchange-code.ts';
import { emailOf, nameOf } from './profile.ts';
import { readProfile, TripRefused } from './read-profile.ts';

const userSchema = z.object({ id: z.number().int(), login: z.string().min(1).max(100), name: z.string().nullish() });
const emailsSchema = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

async function read(settings: GitHubSettings, accessToken: string | undefined) {
  const headers = {
    authorization: `Bearer ${accessToken ?? ''}`,
    accept: 'application/vnd.github+json',
    'user-agent': 'Plenum',
  };
  const user = userSchema.parse(await askProvider(`${settings.apiUrl}/user`, { headers }));
  const emails = emailsSchema.parse(await askProvider(`${settings.apiUrl}/user/emails`, { headers }));
  const email = emailOf(emails.find(({ primary, verified }) => primary && verified)?.email);
  if (email === null) throw new TripRefused('no-email', 'GitHub knows no primary address that was verified.');
  return {
    profile: { id: String(user.id), name: nameOf([user.name, user.login], email), email, emailVerified: true },
    proof: { email, handle: user.login },
  };
}

/** GitHub, or a GitHub Enterprise, as the accounts library wants it. */
export function gitHubProvider(settings: GitHubSettings, redirectUri: string) {
  const tokenUrl = `${settings.url}/login/oauth/access_token`;
  return {
    providerId: 'github',
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    redirectURI: redirectUri,
    authorizationUrl: `${settings.url}/login/oauth/authorize`,
    tokenUrl,
    scopes: ['read:user', 'user:email'],
    pkce: true,
    overrideUserInfo: false,
    getToken: ({ code, codeVerifier }: { readonly code: string; readonly codeVerifier?: string | undefined }) =>
      exchangeCode({ ...settings, tokenUrl, redirectUri, code, codeVerifier }, ['post']),
    getUserInfo: ({ accessToken }: { readonly accessToken?: string | undefined }) =>
      readProfile('github', () => read(settings, accessToken)),
  };
}
