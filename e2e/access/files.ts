import { stageAddress } from '#server/stage/stage-files.ts';
import type { Marks } from './roles.ts';
import type { World } from './world.ts';

/**
 * Everything that is served before pages are asked, and what stands beside them. A new one needs a row. The marks:
 *
 *   o  200     -  404     m  not by this method (405)
 *
 * in the order of `ROLES`: nobody, guest without a link · read link, write link, guest by write link, section link ·
 * reader, writer, host · admin, member of another series, disabled host.
 */
export interface FileRow {
  readonly says: string;
  readonly at: (world: World) => string;
  readonly init?: RequestInit;
  readonly marks: Marks;
}

const EVERYBODY = 'oo oooo ooo ooo';
const NOBODY = '-- ---- --- ---';

export const files: readonly FileRow[] = [
  // Its key is a random one that stands only in decks: whoever knows it may have the picture, or the frame, which has no cookies, could not.
  { says: 'GET a picture of a closed series', at: ({ asset }) => asset, marks: EVERYBODY },
  { says: 'HEAD a picture of a closed series', at: ({ asset }) => asset, init: { method: 'HEAD' }, marks: EVERYBODY },
  { says: 'PUT a picture', at: ({ asset }) => asset, init: { method: 'PUT', body: 'x' }, marks: 'mm mmmm mmm mmm' },
  { says: 'DELETE a picture', at: ({ asset }) => asset, init: { method: 'DELETE' }, marks: 'mm mmmm mmm mmm' },
  { says: 'GET a picture under another extension', at: ({ asset }) => asset.replace(/\w+$/, 'gif'), marks: NOBODY },
  { says: 'GET a picture that is not there', at: () => '/assets/0123456789abcdef.png', marks: NOBODY },
  { says: 'GET all pictures', at: () => '/assets/', marks: NOBODY },
  { says: 'GET a file above the pictures', at: () => '/assets/..%2f..%2fpackage.json', marks: NOBODY },
  // The code of the frame, without anybody's words.
  { says: 'GET the stage', at: () => stageAddress('own'), marks: EVERYBODY },
  { says: 'GET the stage with foreign pictures', at: () => stageAddress('foreign'), marks: EVERYBODY },
  { says: 'GET a stage that is not there', at: () => '/stage/0123456789abcdef/own.html', marks: NOBODY },
  { says: 'GET a file above the stage', at: () => '/stage/..%2f..%2fpackage.json', marks: NOBODY },
  { says: 'GET /api/health', at: () => '/api/health', marks: EVERYBODY },
  // From this machine; for whoever comes through a proxy there is nothing.
  { says: 'GET /api/metrics on this machine', at: () => '/api/metrics', marks: EVERYBODY },
  {
    says: 'GET /api/metrics from elsewhere',
    at: () => '/api/metrics',
    init: { headers: { 'x-forwarded-for': '203.0.113.9' } },
    marks: NOBODY,
  },
  { says: 'GET a deck’s socket without a socket', at: ({ planned }) => `/sync/${planned.deckId}`, marks: NOBODY },
  { says: 'GET /api', at: () => '/api', marks: NOBODY },
  // Of the accounts library browsers need the way back from a provider alone.
  ...['get-session', 'list-sessions', 'sign-in/social', 'verify-email'].map((name) => ({
    says: `GET /api/auth/${name}`,
    at: () => `/api/auth/${name}`,
    marks: NOBODY,
  })),
  ...['sign-up/email', 'sign-in/email', 'sign-in/magic-link', 'delete-user', 'change-email', 'link-social'].map(
    (name) => ({
      says: `POST /api/auth/${name}`,
      at: () => `/api/auth/${name}`,
      init: { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' },
      marks: NOBODY,
    }),
  ),
  { says: 'GET /robots.txt', at: () => '/robots.txt', marks: EVERYBODY },
];

/** Addresses that nobody links to: whatever they are answered with, it is no fault of the server. */
export const oddAddresses: readonly ((world: World) => string)[] = [
  () => '/%00',
  () => '/%FF',
  () => '/%E0%A4',
  () => `/${'a'.repeat(5_000)}`,
  ({ slug }) => `/${slug}%00`,
  ({ slug }) => `/${slug.toUpperCase()}`,
  ({ slug }) => `/${slug}/2031-01-09%00`,
  ({ slug }) => `/${slug}/2031-01-09%00/deck`,
  ({ slug }) => `/${slug}/%FF/deck`,
  ({ slug }) => `/${slug}/%25`,
  ({ slug }) => `/${slug}/%25/deck`,
  ({ slug }) => `/${slug}/2031-13-99`,
  ({ slug }) => `/${slug}/2031-01-09%40`,
  ({ slug }) => `/${slug}/2031-01-09@99999`,
  ({ slug }) => `/${slug}/2031-01-09@999999999999`,
  ({ slug }) => `/${slug}/team/%00`,
  ({ slug }) => `/${slug}/team/%FF`,
  ({ slug, ended }) => `/${slug}/${ended.date}/%00`,
  ({ slug, ended }) => `/${slug}/${ended.date}/%FF`,
  ({ slug }) => `/${slug}/team/%00/feed.xml`,
  ({ slug }) => `/${slug}%00/feed.xml`,
  () => '/sitemap.xml?part=0',
  () => '/sitemap.xml?part=99999999999',
  ({ slug, ended }) => `/${slug}/${ended.date}/%00/1`,
  ({ slug, ended }) => `/${slug}/${ended.date}/%25/1`,
  ({ slug, ended }) => `/${slug}/${ended.date}/%FF/%FF`,
  () => '/-/link/%00',
  () => '/-/setup/%00',
  () => '/-/reset/%FF',
  () => '/-/sign-in?next=%00&next=x',
  () => '/-/name?next=//evil.example',
  () => '/-/import?series=%00',
  () => '/api/editions/%00/markdown',
  () => '/api/editions/%FF/markdown',
  () => '/api/auth/%00',
  () => '/assets/%00.png',
  () => '/stage/%00',
  () => '/sync/%00',
];
