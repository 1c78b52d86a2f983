import { jwtVerify, type JWTPayload } from 'jose';
import { z } from 'zod';
import type { OpenIdSettings } from '#server/sign-in-settings.ts';
import { askProvider } from './ask-provider.ts';
import { discover, lastDiscovered, type Discovered } from './discover.ts';
import { exchangeCode } from './exchange-code.ts';
import { emailOf, nameOf, type Profile } from './profile.ts';
import { readProfile, TripRefused } from './read-profile.ts';

/** Signatures that need the provider's private key. One made with the client's secret, or with none, is no proof. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

const claimsSchema = z.object({
  sub: z.string().min(1).max(255),
  email: z.string().optional(),
  email_verified: z.unknown().optional(),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
});

type Claims = z.infer<typeof claimsSchema>;

async function verified(idToken: string, settings: OpenIdSettings, found: Discovered): Promise<JWTPayload> {
  const { payload } = await jwtVerify(idToken, found.keys, {
    issuer: found.document.issuer,
    audience: settings.clientId,
    algorithms: ALGORITHMS,
    requiredClaims: ['sub', 'exp', 'iat'],
    clockTolerance: 60,
  });
  // A token for several is for us only when it says so (OpenID Connect Core 1.0, 3.1.3.7).
  const isForUs = payload['azp'] === undefined ? !Array.isArray(payload.aud) || payload.aud.length === 1 : true;
  if (!isForUs || (payload['azp'] !== undefined && payload['azp'] !== settings.clientId))
    throw new TripRefused('refused', 'The id token is for another client.');
  return payload;
}

/** What the id token says, completed by the provider's answer about the same person: many put the address only there. */
async function claimsOf(payload: JWTPayload, accessToken: string, { document }: Discovered): Promise<Claims> {
  const claims = claimsSchema.parse(payload);
  if (claims.email !== undefined || document.userinfo_endpoint === undefined) return claims;
  const more = claimsSchema.parse(
    await askProvider(document.userinfo_endpoint, { headers: { authorization: `Bearer ${accessToken}` } }),
  );
  if (more.sub !== claims.sub) throw new TripRefused('refused', 'The provider answered about somebody else.');
  // The address and whether it is verified come from one and the same answer.
  return { ...more, name: claims.name ?? more.name };
}

async function profileOf(
  { accessToken = '', idToken }: { readonly accessToken?: string | undefined; readonly idToken?: string | undefined },
  settings: OpenIdSettings,
): Promise<Profile> {
  if (idToken === undefined) throw new TripRefused('refused', 'The provider gave no id token.');
  const found = await discover(settings.issuer);
  const claims = await claimsOf(await verified(idToken, settings, found), accessToken, found);
  const email = emailOf(claims.email);
  if (email === null) throw new TripRefused('no-email', 'The provider gave no address.');
  return {
    id: claims.sub,
    name: nameOf([claims.name, claims.preferred_username], email),
    email,
    emailVerified: claims.email_verified === true,
  };
}

/** OpenID Connect with one issuer, as the accounts library wants it. Where its endpoints are is known once `discover` was called. */
export function openIdProvider(settings: OpenIdSettings, redirectUri: string) {
  return {
    providerId: 'openid',
    clientId: settings.clientId,
    clientSecret: settings.clientSecret,
    redirectURI: redirectUri,
    scopes: ['openid', 'email', 'profile'],
    pkce: true,
    overrideUserInfo: false,
    get issuer() {
      return lastDiscovered()?.document.issuer ?? settings.issuer;
    },
    get requireIssuerValidation() {
      return lastDiscovered()?.document.authorization_response_iss_parameter_supported ?? false;
    },
    get authorizationUrl() {
      return lastDiscovered()?.document.authorization_endpoint;
    },
    get tokenUrl() {
      return lastDiscovered()?.document.token_endpoint;
    },
    async getToken({ code, codeVerifier }: { readonly code: string; readonly codeVerifier?: string | undefined }) {
      const { document } = await discover(settings.issuer);
      const takesBasic = document.token_endpoint_auth_methods_supported.includes('client_secret_basic');
      return exchangeCode(
        { ...settings, tokenUrl: document.token_endpoint, redirectUri, code, codeVerifier },
        takesBasic ? ['basic', 'post'] : ['post'],
      );
    },
    getUserInfo: (tokens: { readonly accessToken?: string | undefined; readonly idToken?: string | undefined }) =>
      readProfile('openid', async () => {
        const profile = await profileOf(tokens, settings);
        return { profile, proof: { email: profile.emailVerified ? profile.email : null, handle: null } };
      }),
  };
}
