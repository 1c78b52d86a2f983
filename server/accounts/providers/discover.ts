import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { askProvider, ProviderFault } from './ask-provider.ts';

const KEPT_MS = 10 * 60_000;
const address = z.url({ protocol: /^https?$/ });

const documentSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: address,
  token_endpoint: address,
  jwks_uri: address,
  userinfo_endpoint: address.optional(),
  authorization_response_iss_parameter_supported: z.boolean().default(false),
  // What is taken for granted where a provider says nothing (OpenID Connect Discovery 1.0, 3).
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
});

/** What a provider says of itself, and its keys. */
export interface Discovered {
  readonly document: z.infer<typeof documentSchema>;
  readonly keys: JWTVerifyGetKey;
  readonly at: number;
}

let known: { readonly issuer: string; readonly found: Promise<Discovered> } | undefined;
/** The last that was found, for what cannot wait. */
let last: Discovered | undefined;

function plain(issuer: string): string {
  return issuer.replace(/\/$/, '');
}

async function read(issuer: string): Promise<Discovered> {
  const answer = documentSchema.safeParse(await askProvider(`${plain(issuer)}/.well-known/openid-configuration`));
  if (!answer.success) throw new ProviderFault(`${issuer} does not describe itself as OpenID Connect asks for.`);
  const document = answer.data;
  // Else whoever serves this address could speak for another issuer (Discovery 1.0, 4.3).
  if (plain(document.issuer) !== plain(issuer))
    throw new ProviderFault(`${issuer} says that it is ${document.issuer}.`);
  last = { document, keys: createRemoteJWKSet(new URL(document.jwks_uri), { timeoutDuration: 8_000 }), at: Date.now() };
  return last;
}

/** What an issuer says of itself, asked again after ten minutes. Throws a ProviderFault when it cannot be had. */
export async function discover(issuer: string): Promise<Discovered> {
  const before = await known?.found.catch(() => undefined);
  if (known?.issuer === issuer && before !== undefined && Date.now() - before.at < KEPT_MS) return before;
  known = { issuer, found: read(issuer) };
  return known.found;
}

/** What was found last, without asking. */
export function lastDiscovered(): Discovered | undefined {
  return last;
}
