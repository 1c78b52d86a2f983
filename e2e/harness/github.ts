import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An account there. */
export interface GitHubAccount {
  readonly id: number;
  readonly login: string;
  readonly name: string | null;
  readonly emails: readonly { readonly email: string; readonly primary: boolean; readonly verified: boolean }[];
}

const SECRET = 'a secret of the tests';

/** What of GitHub signing in needs, as a small real server: authorize, access_token, user, emails; codes are good once, with PKCE. */
export class GitHub {
  /** Who signs in next. */
  who: GitHubAccount = { id: 1, login: 'octo', name: null, emails: [] };
  readonly #codes = new Map<string, { readonly challenge: string; readonly account: GitHubAccount }>();
  readonly #tokens = new Map<string, GitHubAccount>();
  readonly #server = createServer((request, response) => {
    void this.#answer(request, response).catch(() => response.writeHead(500).end());
  });

  static async start(): Promise<GitHub> {
    const gitHub = new GitHub();
    gitHub.#server.listen(0, '127.0.0.1');
    await once(gitHub.#server, 'listening');
    return gitHub;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What a Plenum is told to use it. */
  get env(): Readonly<Record<string, string>> {
    return { GITHUB_URL: this.url, GITHUB_CLIENT_ID: 'plenum', GITHUB_CLIENT_SECRET: SECRET };
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    if (url.pathname === '/login/oauth/authorize') return this.#authorize(url, response);
    if (url.pathname === '/login/oauth/access_token') return this.#token(await bodyOf(request), response);
    const account = this.#tokens.get(request.headers.authorization?.replace('Bearer ', '') ?? '');
    if (account === undefined) return send(response, 401, { message: 'Bad credentials' });
    const { id, login, name, emails } = account;
    if (url.pathname === '/api/v3/user') return send(response, 200, { id, login, name });
    if (url.pathname === '/api/v3/user/emails') return send(response, 200, emails);
    return send(response, 404, { message: 'Not Found' });
  }

  #authorize({ searchParams }: URL, response: ServerResponse): void {
    const code = randomBytes(10).toString('hex');
    this.#codes.set(code, { challenge: searchParams.get('code_challenge') ?? '', account: this.who });
    const back = new URL(searchParams.get('redirect_uri') ?? this.url);
    back.searchParams.set('code', code);
    back.searchParams.set('state', searchParams.get('state') ?? '');
    response.writeHead(302, { location: back.href }).end();
  }

  #token(body: URLSearchParams, response: ServerResponse): void {
    const code = body.get('code') ?? '';
    const known = this.#codes.get(code);
    this.#codes.delete(code);
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url');
    // GitHub answers 200 to what it refuses, too.
    if (known?.challenge !== challenge || body.get('client_secret') !== SECRET)
      return send(response, 200, { error: 'bad_verification_code' });
    const token = randomBytes(10).toString('hex');
    this.#tokens.set(token, known.account);
    return send(response, 200, { access_token: token, token_type: 'bearer', scope: 'read:user,user:email' });
  }
}

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return new URLSearchParams(text);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
