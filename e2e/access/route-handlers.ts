import type { Answer } from './ask.ts';
import type { Openness } from './audiences.ts';
import { importBody } from './import-body.ts';
import { PASSWORD } from './people.ts';
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
const AUTH = 'api/auth/[...all]/route.ts';

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

/** o: the library says who this is · -: it says that this is nobody · s: it asks to sign in, or refuses (4xx). */
function authMark({ status, body }: Answer): string {
  if (status === 200) return body === 'null' ? '-' : 'o';
  return status >= 400 && status < 500 ? 's' : `${status}`;
}

const json = (url: string, body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', origin: url },
  body: JSON.stringify(body),
});

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
    file: AUTH,
    says: 'GET /api/auth/get-session',
    at: () => '/api/auth/get-session',
    mark: authMark,
    marks: '-- ---- ooo oos',
  },
  {
    file: AUTH,
    says: 'GET /api/auth/list-sessions',
    at: () => '/api/auth/list-sessions',
    mark: authMark,
    marks: 'ss ssss ooo oos',
  },
  {
    file: AUTH,
    says: 'POST /api/auth/sign-up/email',
    at: () => '/api/auth/sign-up/email',
    init: (_world, url) => json(url, { name: 'Mallory', email: 'mallory@example.org', password: PASSWORD }),
    mark: authMark,
    marks: 'ss ssss sss sss',
  },
  {
    file: AUTH,
    says: 'POST /api/auth/update-user from another site',
    at: () => '/api/auth/update-user',
    init: () => json('https://evil.example', { name: 'Mallory' }),
    mark: authMark,
    marks: 'ss ssss sss sss',
  },
  ...(
    [
      ['delete-user', {}],
      ['change-email', { newEmail: 'mallory@example.org' }],
      ['link-social', { provider: 'github', callbackURL: '/' }],
      ['request-password-reset', { email: 'mallory@example.org' }],
      ['set-password', { newPassword: PASSWORD }],
    ] as const
  ).map(([name, body]) => ({
    file: AUTH,
    says: `POST /api/auth/${name}`,
    at: () => `/api/auth/${name}`,
    init: (_world: World, url: string) => json(url, body),
    mark: authMark,
    // Names, addresses and passwords have pages of their own.
    marks: 'ss ssss sss sss',
  })),
];
