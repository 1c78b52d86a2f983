import { bearerOf, visitorOfApiToken, type VisitingToken } from '#server/api-tokens/visiting-program.ts';
import { Refusal } from '#lib/errors.ts';
import { STRANGER } from '#lib/visitor.ts';
import { tokenHash } from '#server/accounts/tokens.ts';
import { REFUSAL_STATUS } from '#server/http/refusal-status.ts';
import { limit } from '#server/limits/limit.ts';
import { log } from '#server/log.ts';
import { nothingHere } from '#server/series/find-series.ts';
import { InvalidRequest, type Answered, type Operation } from './operation.ts';
import { findOperation } from './find-operation.ts';
import { apiDocument } from './api-document.ts';
import { bodyOf, WrongBody } from './read-body.ts';

/** A request to the HTTP API. Cookies are not looked at: no page of another site can make a browser use it. */
export interface ApiRequest {
  readonly method: string;
  /** Below `/api/v1`, `/series/harbour`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** The body as a stream; null for none. */
  readonly body: ReadableStream<Uint8Array> | null;
  /** Where it comes from, for limits. */
  readonly address: string;
  /** Where the site is, `https://plenum.example.org`. */
  readonly site: string;
}

export interface ApiResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Null for 304. */
  readonly body: string | null;
}

/** A refusal by its status (RFC 9110), with headers that belong to it. */
class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, detail: string, headers: Readonly<Record<string, string>> = {}) {
    super(detail);
    this.status = status;
    this.headers = headers;
  }
}

const CHALLENGE = { 'WWW-Authenticate': 'Bearer realm="Plenum"' };

/** Answers one request to the API. Every refusal is a problem in JSON (RFC 9457) whose `detail` says what to do; nothing is thrown. */
export async function answerApi(request: ApiRequest): Promise<ApiResponse> {
  try {
    if (request.path === '/openapi.json' && request.method === 'GET') return json(200, apiDocument(request.site));
    const { operation, params } = found(request);
    const token = await tokenOf(request);
    await limit(
      'api',
      token === null ? request.address : tokenHash(bearerOf(request.headers.get('authorization')) ?? ''),
    );
    const visitor = allowed(operation, token);
    const body = await bodyOf(operation, request);
    const answered = await operation.run({
      visitor,
      params,
      query: Object.fromEntries(request.query),
      body,
      ifMatch: request.headers.get('if-match'),
      site: request.site,
    });
    return said(request, answered);
  } catch (error) {
    return refused(error, request);
  }
}

function found({ method, path }: ApiRequest): {
  readonly operation: Operation;
  readonly params: Record<string, string>;
} {
  const { operation, params, methods } = findOperation(method, path);
  if (operation !== null) return { operation, params };
  if (methods.length > 0)
    throw new Problem(405, `This address answers to ${methods.join(' and ')}.`, { Allow: methods.join(', ') });
  throw nothingHere();
}

/** The token that came along; null without one. One that is not (or no longer) good is never taken for none. */
async function tokenOf({ headers, address }: ApiRequest): Promise<VisitingToken | null> {
  const header = headers.get('authorization');
  if (header === null) return null;
  const bearer = bearerOf(header);
  const token = bearer === null ? null : await visitorOfApiToken(bearer);
  if (token !== null) return token;
  await limit('api', address);
  throw new Problem(401, 'This token is not known, was ended, or is too old: make another one.', {
    'WWW-Authenticate': 'Bearer realm="Plenum", error="invalid_token"',
  });
}

/** As whom the operation is done. Without a token what is public can be read. */
function allowed({ scope, method }: Operation, token: VisitingToken | null) {
  if (token === null) {
    if (method === 'GET' && scope === 'read') return STRANGER;
    throw new Problem(401, `This needs a token with the scope “${scope}”.`, CHALLENGE);
  }
  if (!token.scopes.has(scope)) throw new Problem(403, `This token does not have the scope “${scope}”.`);
  return token.visitor;
}

function said({ headers }: ApiRequest, { json: value, text, tag, status = 200 }: Answered): ApiResponse {
  const tagged = tag === undefined ? {} : { ETag: tag };
  if (tag !== undefined && status === 200 && headers.get('if-none-match') === tag)
    return { status: 304, headers: { ...COMMON, ...tagged }, body: null };
  if (text !== undefined)
    return { status, headers: { ...COMMON, ...tagged, 'Content-Type': 'text/markdown; charset=utf-8' }, body: text };
  return json(status, value, tagged);
}

const COMMON = { 'Cache-Control': 'private, no-cache', 'X-Content-Type-Options': 'nosniff', Vary: 'Authorization' };

function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): ApiResponse {
  return {
    status,
    headers: { ...COMMON, 'Content-Type': 'application/json; charset=utf-8', ...headers },
    body: `${JSON.stringify(value)}\n`,
  };
}

function refused(error: unknown, { path, headers, method }: ApiRequest): ApiResponse {
  const { status, detail, more, fields } = problemOf(error, headers.get('if-match') !== null && method === 'PUT');
  if (status === 500) log.error('A request to the API failed.', { error, path: path.slice(0, 200) });
  const problem = { type: 'about:blank', status, detail, ...(fields === undefined ? {} : { fields }) };
  return json(status, problem, { 'Content-Type': 'application/problem+json; charset=utf-8', ...more });
}

interface Said {
  readonly status: number;
  readonly detail: string;
  readonly more?: Readonly<Record<string, string>>;
  readonly fields?: InvalidRequest['fields'];
}

function problemOf(error: unknown, conditional: boolean): Said {
  if (error instanceof Problem || error instanceof WrongBody)
    return { status: error.status, detail: error.message, ...('headers' in error ? { more: error.headers } : {}) };
  if (error instanceof InvalidRequest) return { status: 422, detail: error.message, fields: error.fields };
  if (!(error instanceof Refusal)) return { status: 500, detail: 'Something on the server went wrong. Try again.' };
  const status = error.code === 'conflict' && conditional ? 412 : REFUSAL_STATUS[error.code];
  return { status, detail: error.message, ...(status === 401 ? { more: CHALLENGE } : {}) };
}
