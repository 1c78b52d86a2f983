import type { Answer } from './ask.ts';
import type { Openness } from './audiences.ts';
import { importBody } from './import-body.ts';
import type { Marks } from './roles.ts';
import type { World } from './world.ts';

/**
 * Every route handler. A new one needs a row for each method: its file under `app/`, how it is asked, how its answers are told apart,
 * and who gets which. `mark` gives one letter for an answer; what each means stands with it, and anything else is a fault.
 *
 * The marks are in the order of `ROLES`: nobody, guest without a link · read link, write link, guest by write link, section link ·
 * reader, writer, host · admin, member of another series, disabled host.
 */
export interface RouteRow {
  readonly file: string;
  readonly says: string;
  readonly at: (world: World) => string;
  readonly init?: (world: World, url: string) => RequestInit;
  readonly mark: (answer: Answer, world: World) => string;
  readonly marks: Marks;
  readonly openness?: Openness;
  /** Whether somebody's success writes something that belongs to a series. Else nothing may be written by anybody. */
  readonly writes?: true;
}

const LINK = '-/link/[token]/route.ts';
const EDITION = 'api/editions/[edition]/markdown/route.ts';
const IMPORT = 'api/import/route.ts';

/** o: goes on within the series · n: asked for a name first · g: this link does not work (any more). */
function linkMark({ status, location }: Answer, { slug }: World): string {
  if (status !== 303 || location === null) return `${status}`;
  if (location.startsWith('/-/name?')) return 'n';
  if (location === '/-/link-gone') return 'g';
  return location.startsWith(`/${slug}`) ? 'o' : `303 ${location}`;
}

/** o: 200 · -: 404 */
function plainMark({ status }: Answer): string {
  return { 200: 'o', 404: '-' }[status] ?? `${status}`;
}

/** o: done · r: refused in words, as whatever is not there · s: sign in first (401) · x: from another site (403). */
function importMark({ status, body }: Answer): string {
  if (status === 401) return 's';
  if (status === 403) return 'x';
  const last: unknown = JSON.parse(body.trim().split('\n').at(-1) ?? '');
  if (status !== 200 || typeof last !== 'object' || last === null || !('type' in last)) return `${status}`;
  return last.type === 'refused' ? 'r' : 'o';
}

/**
 * The HTTP API looks at no cookies: everybody is a stranger to it who brings no token. What each token may do is in
 * server/api/answer-api.test.ts.
 */
const apiRows: readonly RouteRow[] = (
  [
    ['GET', '/series', 'oo oooo ooo ooo', undefined],
    ['GET', '/series/SLUG', '-- ---- --- ---', undefined],
    ['GET', '/series/SLUG', 'oo oooo ooo ooo', 'usual'],
    ['GET', '/series/SLUG/calls', '-- ---- --- ---', undefined],
    ['GET', '/series/SLUG/records', '-- ---- --- ---', undefined],
    ['GET', '/series/SLUG/records', 'oo oooo ooo ooo', 'open'],
    ['GET', '/series/SLUG/people', 'ss ssss sss sss', 'open'],
    ['POST', '/series/SLUG/calls', 'ss ssss sss sss', 'open'],
    ['GET', '/decks/DECK', '-- ---- --- ---', undefined],
    ['GET', '/decks/DECK/text', '-- ---- --- ---', 'usual'],
    ['GET', '/decks/DECK/text', 'oo oooo ooo ooo', 'open'],
    ['PUT', '/decks/DECK/text', 'ss ssss sss sss', 'open'],
    ['POST', '/decks/DECK/tickets', 'ss ssss sss sss', 'open'],
    ['GET', '/openapi.json', 'oo oooo ooo ooo', undefined],
    ['DELETE', '/series', 'mm mmmm mmm mmm', undefined],
  ] as const
).map(([method, path, marks, openness]) => ({
  file: 'api/v1/[...path]/route.ts',
  says: `${method} /api/v1${path} with cookies and no token${openness === undefined ? '' : ` (${openness})`}`,
  at: ({ slug, planned }) => `/api/v1${path.replace('SLUG', slug).replace('DECK', planned.deckId)}`,
  init: () => ({ method }),
  mark: ({ status }) => ({ 200: 'o', 401: 's', 404: '-', 405: 'm' })[status] ?? `${status}`,
  marks,
  ...(openness === undefined ? {} : { openness }),
}));

export const routeHandlers: readonly RouteRow[] = [
  {
    file: LINK,
    says: 'GET the read link',
    at: ({ links }) => links.read.path,
    mark: linkMark,
    marks: 'oo oooo ooo ooo',
  },
  {
    file: LINK,
    says: 'GET the write link',
    at: ({ links }) => links.write.path,
    mark: linkMark,
    // Whoever writes has a name.
    marks: 'no nnon ooo oon',
  },
  {
    file: LINK,
    says: 'GET the link to a section',
    at: ({ links }) => links.section.path,
    mark: linkMark,
    marks: 'oo oooo ooo ooo',
  },
  {
    file: LINK,
    says: 'GET a link that is none',
    at: () => `/-/link/${'x'.repeat(43)}`,
    mark: linkMark,
    marks: 'gg gggg ggg ggg',
  },
  ...(
    [
      ['closed', '-- -oo- ooo ---'],
      ['by link', '-- ooo- ooo ---'],
      ['usual', 'oo oooo ooo ooo'],
      ['open', 'oo oooo ooo ooo'],
    ] as const
  ).map(([openness, marks]) => ({
    file: EDITION,
    says: `GET the Markdown of an edition (${openness})`,
    at: ({ ended }: World) => `/api/editions/${ended.editionId}/markdown`,
    mark: plainMark,
    marks,
    openness,
  })),
  {
    file: EDITION,
    says: 'GET the Markdown of an edition that is not there',
    at: () => '/api/editions/01900000-0000-7000-8000-000000000000/markdown',
    mark: plainMark,
    marks: '-- ---- --- ---',
  },
  {
    file: IMPORT,
    says: 'POST files to be looked at for the series',
    at: () => '/api/import',
    init: ({ slug }, url) => importBody(url, { type: 'series', slug }, null),
    mark: importMark,
    marks: 'ss ssss rro rrs',
  },
  {
    file: IMPORT,
    says: 'POST files to be brought into the series',
    at: () => '/api/import',
    init: ({ slug }, url) => importBody(url, { type: 'series', slug }, '2025-10-09'),
    mark: importMark,
    marks: 'ss ssss rro rrs',
    writes: true,
  },
  {
    file: IMPORT,
    says: 'POST files to be brought into an open series',
    at: () => '/api/import',
    init: ({ slug }, url) => importBody(url, { type: 'series', slug }, '2025-10-09'),
    mark: importMark,
    marks: 'ss ssss rro rrs',
    openness: 'open',
    writes: true,
  },
  {
    file: IMPORT,
    says: 'POST files to be brought into a new series',
    at: () => '/api/import',
    init: (_world, url) => importBody(url, 'new', '2025-10-09'),
    mark: importMark,
    marks: 'ss ssss ooo oos',
    writes: true,
  },
  {
    file: IMPORT,
    says: 'POST files from another site',
    at: () => '/api/import',
    init: ({ slug }) => importBody('https://evil.example', { type: 'series', slug }, '2025-10-09'),
    mark: importMark,
    marks: 'xx xxxx xxx xxx',
  },
  {
    file: '-/invitation/[token]/route.ts',
    says: 'GET an invitation that is none',
    at: () => `/-/invitation/${'x'.repeat(43)}`,
    mark: ({ status, location }) => (status === 303 && location === '/-/join' ? 'o' : `${status} ${location}`),
    marks: 'oo oooo ooo ooo',
  },
  // No provider is set up here.
  {
    file: '-/sign-in-with/[provider]/route.ts',
    says: 'GET the way to a provider that is none',
    at: () => '/-/sign-in-with/openid',
    mark: plainMark,
    marks: '-- ---- --- ---',
  },
  {
    file: 'api/auth/oauth2/callback/[provider]/route.ts',
    says: 'GET the way back from a provider that is none',
    at: () => '/api/auth/oauth2/callback/openid?code=x&state=y',
    mark: plainMark,
    marks: '-- ---- --- ---',
  },
  {
    file: 'api/own-data/route.ts',
    says: 'GET one’s own data',
    at: () => '/api/own-data',
    mark: ({ status }) => ({ 200: 'o', 401: 's' })[status] ?? `${status}`,
    marks: 'so ssos ooo oos',
  },
  ...apiRows,
];
