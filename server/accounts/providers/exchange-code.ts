import { z } from 'zod';
import { askProvider, ProviderFault } from './ask-provider.ts';

/** What is sent to a provider's token endpoint. */
export interface Exchange {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly code: string;
  readonly codeVerifier: string | undefined;
}

const answerSchema = z.object({ access_token: z.string().min(1), id_token: z.string().min(1).optional() });

/** How form fields are written (RFC 6749, appendix B), which the parts of a Basic header are too. */
function encoded(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}

async function ask(exchange: Exchange, way: 'basic' | 'post'): Promise<unknown> {
  const { clientId, clientSecret } = exchange;
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code: exchange.code,
    redirect_uri: exchange.redirectUri,
    ...(exchange.codeVerifier === undefined ? {} : { code_verifier: exchange.codeVerifier }),
    ...(way === 'post' ? { client_id: clientId, client_secret: clientSecret } : {}),
  });
  const basic = Buffer.from(`${encoded(clientId)}:${encoded(clientSecret)}`).toString('base64');
  return askProvider(exchange.tokenUrl, {
    method: 'POST',
    body,
    headers: { accept: 'application/json', ...(way === 'basic' ? { authorization: `Basic ${basic}` } : {}) },
  });
}

/**
 * Gives a code for its tokens. Ways to show the client's secret are tried in this order: which one a provider takes is a setting of
 * the client there, and a code outlives a refusal of the secret.
 */
export async function exchangeCode(
  exchange: Exchange,
  ways: readonly ('basic' | 'post')[],
): Promise<{ readonly accessToken: string; readonly idToken: string | undefined }> {
  let fault: unknown;
  for (const way of ways) {
    try {
      const answer = answerSchema.safeParse(await ask(exchange, way));
      if (answer.success) return { accessToken: answer.data.access_token, idToken: answer.data.id_token };
      fault = new ProviderFault('The provider gave no token.');
    } catch (error) {
      fault = error;
    }
  }
  throw fault;
}
