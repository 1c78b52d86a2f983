import type { Answer } from './ask.ts';
import type { Openness } from './audiences.ts';
import { messages } from '#lib/messages/en.ts';
import { importAct, importFiles, importStart, importZip } from './import-body.ts';
import { feedRoutes } from './feed-routes.ts';
import type { Marks } from './roles.ts';
import { uploads } from './uploads.ts';
import type { World } from './world.ts';

/**
 * Every route handler, and what else answers to more than GET. A new one needs a row for each method: its file under `app/` (or `server/`), how it is asked, how its answers are told apart,
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
const CALL_STATE = 'api/calls/[call]/state/route.ts';
const EDITION = 'api/editions/[edition]/[form]/route.ts';
const DECK = 'api/decks/[deck]/[form]/route.ts';
const SERIES_ZIP = 'api/series/[series]/export/route.ts';
const EVERYTHING = 'api/export/route.ts';
const EXPORT_PROGRESS = 'api/export/[progress]/route.ts';
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

/** o: the series is in it · -: it is not. Names of files stand in a zip as they are. */
function zipMark({ status, body }: Answer, { slug }: World): string {
  if (status !== 200) return `${status}`;
  return body.includes(`${slug}/plenum.json`) ? 'o' : '-';
}

/** o: done · r: refused in words, as whatever is not there · s: sign in first (401) · x: from another site (403). */
function importMark({ status, body }: Answer): string {
  if (status === 401) return 's';
  if (body.includes(messages.imports.elsewhere)) return 'x';
  return status === 200 && !body.includes('"type":"refused"') ? 'o' : 'r';
}

/** r: finds what the record says · -: finds nothing. What it finds in decks is in server/search/search.test.ts. */
function searchMark({ status, body }: Answer, { slug, ended }: World): string {
  if (status !== 200) return `${status}`;
  return body.includes(`/${slug}/${ended.date}/`) ? 'r' : '-';
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
    ['GET', '/search?q=lighthouse', 'oo oooo ooo ooo', undefined],
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
  ...(
    [
      ['closed', '-- -ooo ooo ---'],
      ['by link', '-- oooo ooo ---'],
      ['usual', 'oo oooo ooo ooo'],
    ] as const
  ).map(([openness, marks]) => ({
    file: CALL_STATE,
    says: `GET whether the planned call has begun (${openness})`,
    at: ({ planned }: World) => `/api/calls/${planned.id}/state`,
    mark: plainMark,
    marks,
    openness,
  })),
  {
    file: CALL_STATE,
    says: 'GET whether a deleted call has begun',
    at: ({ deleted }) => `/api/calls/${deleted.id}/state`,
    mark: plainMark,
    marks: '-- ---- --- ---',
  },
  ...(
    [
      ['closed', '-- -oo- ooo ---'],
      ['by link', '-- ooo- ooo ---'],
      ['open', 'oo oooo ooo ooo'],
    ] as const
  ).map(([openness, marks]) => ({
    file: EDITION,
    says: `GET an edition with its pictures (${openness})`,
    at: ({ ended }: World) => `/api/editions/${ended.editionId}/zip`,
    mark: plainMark,
    marks,
    openness,
  })),
  ...(
    [
      ['closed', '-- -ooo ooo ---'],
      ['open', 'oo oooo ooo ooo'],
    ] as const
  ).map(([openness, marks]) => ({
    file: DECK,
    says: `GET the planned deck with its pictures (${openness})`,
    at: ({ planned }: World) => `/api/decks/${planned.deckId}/zip`,
    mark: plainMark,
    marks,
    openness,
  })),
  {
    file: DECK,
    says: 'GET the deck of a live call with its pictures, which the audience may not (usual)',
    at: ({ live }) => `/api/decks/${live.deckId}/zip`,
    mark: plainMark,
    marks: '-- ---- ooo ---',
    openness: 'usual',
  },
  ...(['markdown', 'html', 'json', 'message'] as const).flatMap((form) => [
    {
      file: EDITION,
      says: `GET an edition as ${form} (closed)`,
      at: ({ ended }: World) => `/api/editions/${ended.editionId}/${form}?profile=forge`,
      mark: plainMark,
      marks: '-- -oo- ooo ---',
      openness: 'closed' as const,
    },
    {
      file: DECK,
      says: `GET the planned deck as ${form} (closed)`,
      at: ({ planned }: World) => `/api/decks/${planned.deckId}/${form}?profile=slidev`,
      mark: plainMark,
      marks: '-- -ooo ooo ---',
      openness: 'closed' as const,
    },
  ]),
  {
    file: EDITION,
    says: 'GET an edition in a form that there is not',
    at: ({ ended }) => `/api/editions/${ended.editionId}/docx`,
    mark: plainMark,
    marks: '-- ---- --- ---',
  },
  ...(
    [
      ['closed', '-- -oo- ooo ---'],
      ['by link', '-- ooo- ooo ---'],
      ['open', 'oo oooo ooo ooo'],
    ] as const
  ).flatMap(([openness, marks]) => [
    {
      file: SERIES_ZIP,
      says: `GET a series as a zip (${openness})`,
      at: ({ slug }: World) => `/api/series/${slug}/export`,
      mark: plainMark,
      marks,
      openness,
    },
    {
      file: EVERYTHING,
      says: `GET everything as a zip, and find the series in it (${openness})`,
      at: () => '/api/export',
      mark: zipMark,
      marks,
      openness,
    },
  ]),
  {
    file: EXPORT_PROGRESS,
    says: 'GET how far a zip is',
    at: () => '/api/export/01900000-0000-7000-8000-000000000000',
    mark: plainMark,
    marks: 'oo oooo ooo ooo',
  },
  {
    file: EDITION,
    says: 'GET the Markdown of an edition that is not there',
    at: () => '/api/editions/01900000-0000-7000-8000-000000000000/markdown',
    mark: plainMark,
    marks: '-- ---- --- ---',
  },
  {
    file: IMPORT,
    says: 'POST an import into the series',
    at: () => '/api/import',
    init: ({ slug }, url) => importStart(url, { type: 'series', slug }),
    mark: importMark,
    marks: 'ss ssss rro rrs',
    writes: true,
  },
  {
    file: IMPORT,
    says: 'POST an import into an open series',
    at: () => '/api/import',
    init: ({ slug }, url) => importStart(url, { type: 'series', slug }),
    mark: importMark,
    marks: 'ss ssss rro rrs',
    openness: 'open',
    writes: true,
  },
  {
    file: IMPORT,
    says: 'POST an import into a new series',
    at: () => '/api/import',
    init: (_world, url) => importStart(url, 'new'),
    mark: importMark,
    marks: 'ss ssss ooo oos',
    writes: true,
  },
  {
    file: IMPORT,
    says: 'POST an import from another site',
    at: () => '/api/import',
    init: ({ slug }) => importStart('https://evil.example', { type: 'series', slug }),
    mark: importMark,
    marks: 'xx xxxx xxx xxx',
  },
  {
    file: 'api/import/[run]/route.ts',
    says: 'GET an import',
    at: ({ importId }) => `/api/import/${importId}`,
    mark: importMark,
    marks: 'ss ssss rro rrs',
  },
  {
    file: 'api/import/[run]/files/route.ts',
    says: 'POST files of an import',
    at: ({ importId }) => `/api/import/${importId}/files?from=0`,
    init: (_world, url) => importFiles(url),
    mark: importMark,
    marks: 'ss ssss rro rrs',
    writes: true,
  },
  {
    file: 'api/import/[run]/zip/route.ts',
    says: 'POST an archive of an import',
    at: ({ importId }) => `/api/import/${importId}/zip`,
    init: (_world, url) => importZip(url),
    mark: importMark,
    marks: 'ss ssss rro rrs',
    writes: true,
  },
  {
    file: 'api/import/[run]/map/route.ts',
    says: 'GET the old addresses of an import',
    at: ({ importId }) => `/api/import/${importId}/map?for=nginx`,
    mark: plainMark,
    marks: '-- ---- --o ---',
  },
  {
    file: 'api/import/[run]/route.ts',
    says: 'POST that an import is thrown away',
    at: ({ importId }) => `/api/import/${importId}`,
    init: (_world, url) => importAct(url, { act: 'forget' }),
    mark: importMark,
    marks: 'ss ssss rro rrs',
    writes: true,
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
  ...(
    [
      ['closed', '-- -rr- rrr ---'],
      ['by link', '-- rrr- rrr ---'],
      ['usual', 'rr rrrr rrr rrr'],
      ['open', 'rr rrrr rrr rrr'],
    ] as const
  ).map(([openness, marks]) => ({
    file: 'api/search/route.ts',
    says: `GET a search in the series (${openness})`,
    at: ({ slug }: World) => `/api/search?q=lighthouse+keeper&series=${slug}`,
    mark: searchMark,
    marks,
    openness,
  })),
  ...(
    [
      ['closed', '-- -oo- ooo ---'],
      ['usual', 'oo oooo ooo ooo'],
    ] as const
  ).map(([openness, marks]) => ({
    file: 'api/places/route.ts',
    says: `GET places by the name of a team (${openness})`,
    at: ({ slug }: World) => `/api/places?q=lights&at=/${slug}`,
    mark: ({ status, body }: Answer, { slug }: World) =>
      status !== 200 ? `${status}` : body.includes(`/${slug}/team/`) ? 'o' : '-',
    marks,
    openness,
  })),
  ...apiRows,
  ...feedRoutes,
  ...uploads,
];
