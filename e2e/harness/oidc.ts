import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Provider } from 'oidc-provider';
import { freePort } from '#server/database/free-port.ts';

/** What an account at the provider says of itself. */
export interface OidcAccount {
  readonly sub: string;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
}

const CLIENT = { id: 'plenum', secret: 'a secret of the tests: +/&%' } as const;

/** A real OpenID Connect provider on the loopback address, with people who sign in without being asked. */
export class Oidc {
  readonly issuer: string;
  /** Who signs in next. */
  who = '';
  /** Does something to the id tokens that leave. */
  forge: ((idToken: string) => Promise<string>) | null = null;
  readonly #accounts = new Map<string, OidcAccount>();
  readonly #server = createServer();

  private constructor(port: number) {
    this.issuer = `http://127.0.0.1:${port}`;
  }

  /** Starts one that lets a Plenum at this origin ask. */
  static async start(plenum: string): Promise<Oidc> {
    const port = await freePort();
    const oidc = new Oidc(port);
    const provider = oidc.#provider(plenum);
    const answer = provider.callback();
    oidc.#server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const work =
        request.url?.startsWith('/enter/') === true
          ? oidc.#enter(provider, request, response)
          : answer(request, response);
      void Promise.resolve(work).catch(() => response.destroy());
    });
    oidc.#server.listen(port, '127.0.0.1');
    await once(oidc.#server, 'listening');
    return oidc;
  }

  /** What a Plenum is told to use it. */
  get env(): Readonly<Record<string, string>> {
    return {
      OIDC_ISSUER: this.issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      OIDC_NAME: 'the harbour office',
    };
  }

  /** Knows somebody from now on, who is the one that signs in next. */
  knows(account: OidcAccount): void {
    this.#accounts.set(account.sub, account);
    this.who = account.sub;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #provider(plenum: string): Provider {
    const provider = new Provider(this.issuer, {
      clients: [
        {
          client_id: CLIENT.id,
          client_secret: CLIENT.secret,
          redirect_uris: [`${plenum}/api/auth/oauth2/callback/openid`],
        },
      ],
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
      findAccount: (_context, sub) => {
        const account = this.#accounts.get(sub);
        if (account === undefined) return undefined;
        const { name, email, emailVerified } = account;
        return { accountId: sub, claims: () => ({ sub, name, email, email_verified: emailVerified }) };
      },
      interactions: { url: (_context, interaction) => `/enter/${interaction.uid}` },
      features: { devInteractions: { enabled: false } },
      ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
      cookies: { keys: ['a key of the tests'] },
    });
    provider.use(async (context, next) => {
      await next();
      if (context.path !== '/token' || this.forge === null) return;
      const body = context.body as { id_token?: string };
      if (body.id_token !== undefined) context.body = { ...body, id_token: await this.forge(body.id_token) };
    });
    return provider;
  }

  /** Stands for the person at the provider's own page, who types their password and agrees. */
  async #enter(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { prompt, params, session } = await provider.interactionDetails(request, response);
    if (prompt.name === 'login') {
      await provider.interactionFinished(request, response, { login: { accountId: this.who } });
      return;
    }
    const grant = new provider.Grant({
      accountId: session?.accountId ?? this.who,
      clientId: String(params['client_id']),
    });
    grant.addOIDCScope('openid email profile');
    const result = { consent: { grantId: await grant.save() } };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
  }
}
