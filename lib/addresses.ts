import type { ThumbnailWidth } from './assets/thumbnail-widths.ts';

/** First parts of an address that no series may have. */
const RESERVED = new Set([
  '-',
  'api',
  'sync',
  'stage',
  'assets',
  'p',
  's',
  'uploads',
  '_next',
  'favicon.ico',
  'robots.txt',
  'sitemap.xml',
]);

/** Pages of a call that stand where a section's would: such a section is reached by its first slide. */
const CALL_PAGES = new Set(['correct', 'deck', 'history', 'live', 'present']);

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/;
const CALL = /^(\d{4}-\d{2}-\d{2})(?:-([2-9]|[1-9]\d+))?$/;

/** Every address of the app is built here, so that one that is printed once keeps working. All are absolute paths. */
export const addresses = {
  home: () => '/',
  series: (series: string) => `/${series}`,
  now: (series: string) => `/${series}/now`,
  archive: (series: string) => `/${series}/archive`,
  /** One year of the archive, with who reported when. */
  archiveYear: (series: string, year: number) => `/${series}/archive/${year}`,
  /** What teams said since a day, against what they said before. */
  archiveSince: (series: string, date?: string) =>
    `/${series}/archive/since${date === undefined ? '' : `?date=${date}`}`,
  call: (series: string, call: string) => `/${series}/${call}`,
  /** With the key of a section: opened there. */
  deck: (series: string, call: string, section?: string) =>
    `/${series}/${call}/deck${section === undefined ? '' : `#${encodeURIComponent(section)}`}`,
  /** What a deck was like, and how it comes back. */
  history: (series: string, call: string) => `/${series}/${call}/history`,
  templateHistory: (series: string) => `/${series}/template/history`,
  present: (series: string, call: string) => `/${series}/${call}/present`,
  /** The bare window with the slides alone, to share in a video call. */
  presentStage: (series: string, call: string) => `/${series}/${call}/present/stage`,
  /** With a slide as lib/live/slide-link writes it: opened there, and in the record once there is one. */
  live: (series: string, call: string, slide?: string) =>
    `/${series}/${call}/live${slide === undefined ? '' : `?slide=${slide}`}`,
  slide: (series: string, call: string, section: string, slide: string) => `/${series}/${call}/${section}/${slide}`,
  /** A section of a record. `call` may name an edition: `2024-12-12@2`. */
  section: (series: string, call: string, section: string) =>
    CALL_PAGES.has(section) ? `/${series}/${call}/${section}/1` : `/${series}/${call}/${section}`,
  /** A record as slides or as outline; without that it is read. */
  recordAs: (record: string, view: 'slides' | 'outline') => `${record}?as=${view}`,
  edition: (series: string, call: string, number: number) => `/${series}/${call}@${number}`,
  /** Where a correction of a section (its key in the record) begins. */
  correct: (series: string, call: string, section: string) =>
    `/${series}/${call}/correct?section=${encodeURIComponent(section)}`,
  /** The correction of a section, to write. Slides have numbers for keys: no section of that name is in its way. */
  correction: (series: string, call: string, section: string) =>
    `/${series}/${call}/correct/deck?section=${encodeURIComponent(section)}`,
  template: (series: string) => `/${series}/template`,
  teams: (series: string) => `/${series}/teams`,
  people: (series: string) => `/${series}/people`,
  /** The pictures of a series; `asked` says which of them. */
  pictures: (series: string, asked: Readonly<Record<string, string>> = {}) => {
    const query = new URLSearchParams(asked).toString();
    return `/${series}/pictures${query === '' ? '' : `?${query}`}`;
  },
  /** Deleted calls of a series. */
  bin: (series: string) => `/${series}/bin`,
  seriesLog: (series: string, before?: string) => `/${series}/log${before === undefined ? '' : `?before=${before}`}`,
  /** With the address of a call or a year: its reports before that. */
  team: (series: string, team: string, before?: string) =>
    `/${series}/team/${team}${before === undefined ? '' : `?before=${before}`}`,
  feed: (series: string) => `/${series}/feed.xml`,
  teamFeed: (series: string, team: string) => `/${series}/team/${team}/feed.xml`,
  /** All public addresses for search engines; with a number that part of them, from 1. */
  sitemap: (part?: number) => `/sitemap.xml${part === undefined ? '' : `?part=${part}`}`,
  /** The same with its pictures. */
  editionZip: (editionId: string) => `/api/editions/${editionId}/zip`,
  /** Whether a call has begun. */
  callState: (callId: string) => `/api/calls/${callId}/state`,
  editionMarkdown: (editionId: string) => `/api/editions/${editionId}/markdown`,
  /** An edition, or a deck as it is now, in one of the forms in which it can be taken along. */
  exportFile: (thing: { readonly edition: string } | { readonly deck: string }, form: string) =>
    'edition' in thing ? `/api/editions/${thing.edition}/${form}` : `/api/decks/${thing.deck}/${form}`,
  /** Where people choose what of a series they take along. */
  seriesExport: (series: string) => `/${series}/export`,
  everything: () => '/-/export',
  seriesZip: (series: string) => `/api/series/${series}/export`,
  everythingZip: () => '/api/export',
  exportProgress: (id: string) => `/api/export/${id}`,
  /** With a width: no wider than that, where there is such a one. */
  asset: (key: string, extension: string, width?: ThumbnailWidth) =>
    `/assets/${key}.${extension}${width === undefined ? '' : `?w=${width}`}`,
  /** Where a picture is brought to, for a deck or for a series. */
  upload: (place: { readonly deck: string } | { readonly series: string }, name: string) =>
    `/api/assets?${new URLSearchParams({ ...place, name })}`,
  sync: (deck: string) => `/sync/${deck}`,
  health: () => '/api/health',
  metrics: () => '/api/metrics',
  /** With what is asked for, as lib/search/search-form writes it. */
  search: (asked: Readonly<Record<string, string>> = {}) => withQuery('/-/search', asked),
  /** The same as data, for the page that asks as one types. */
  searchData: (asked: Readonly<Record<string, string>>) => withQuery('/api/search', asked),
  /** Places to go to, for the palette. */
  places: (asked: Readonly<Record<string, string>>) => withQuery('/api/places', asked),
  signIn: (next?: string) => (next === undefined ? '/-/sign-in' : `/-/sign-in?next=${encodeURIComponent(next)}`),
  /** Begins the way through a provider. */
  signInWith: (provider: string, next?: string) =>
    `/-/sign-in-with/${provider}${next === undefined ? '' : `?next=${encodeURIComponent(next)}`}`,
  /** The sign-in page, with why somebody who came back from a provider is not signed in. */
  signInProblem: (problem: string, next?: string) =>
    `/-/sign-in?problem=${problem}${next === undefined ? '' : `&next=${encodeURIComponent(next)}`}`,
  signInLink: (token: string) => `/-/sign-in-link/${token}`,
  forgotPassword: () => '/-/forgot',
  signedOut: () => '/-/sign-in?out=1',
  linkMailed: () => '/-/sign-in?mailed=link',
  resetMailed: () => '/-/sign-in?mailed=reset',
  passwordKept: () => '/-/sign-in?kept=1',
  guestName: (next: string) => `/-/name?next=${encodeURIComponent(next)}`,
  setup: (token: string) => `/-/setup/${token}`,
  resetPassword: (token: string) => `/-/reset/${token}`,
  link: (token: string) => `/-/link/${token}`,
  deadLink: () => '/-/link-gone',
  invitation: (token: string) => `/-/invitation/${token}`,
  join: () => '/-/join',
  tokens: (series: string) => `/${series}/tokens`,
  /** The git repository that gets a commit for each record. */
  mirror: (series: string) => `/${series}/mirror`,
  webhook: (series: string) => `/${series}/webhook`,
  apiDocs: () => '/-/api',
  apiDocument: () => '/api/v1/openapi.json',
  profile: () => '/-/profile',
  /** Deleted series of whoever asks. */
  ownBin: () => '/-/bin',
  ownSections: () => '/-/sections',
  ownData: () => '/api/own-data',
  admin: () => '/-/admin',
  adminPerson: (person: string) => `/-/admin/people/${person}`,
  adminLog: (before?: string) => `/-/admin/log${before === undefined ? '' : `?before=${before}`}`,
  newSeries: () => '/-/new',
  sample: () => '/-/sample',
  /** Into a series, or without one into a new one. */
  import: (series?: string) => (series === undefined ? '/-/import' : `/-/import?series=${series}`),
  /** One import: how far it is, what it found, what came of it. */
  importRun: (run: string) => `/-/import/${run}`,
  /** What a proxy needs to lead old addresses of an import's series here. */
  oldAddressMap: (run: string, proxy: 'nginx' | 'caddy') => `/api/import/${run}/map?for=${proxy}`,
} as const;

function withQuery(path: string, asked: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(asked).toString();
  return query === '' ? path : `${path}?${query}`;
}

/** How a picture is written in a deck's text: relative and short. */
export function assetReference(key: string, extension: string): string {
  return `assets/${key}.${extension}`;
}

const ASSET = /^(?:\.?\/)?assets\/([0-9a-z]{16})\.(png|jpg|gif|webp|avif|svg)$/;

/** The key and extension of a picture that is written like one of ours, or null for any other address. */
export function parseAssetReference(written: string): { readonly key: string; readonly extension: string } | null {
  const [, key, extension] = ASSET.exec(written) ?? [];
  return key === undefined || extension === undefined ? null : { key, extension };
}

/** Whether a series may be called this in addresses. */
export function isSeriesSlug(slug: string): boolean {
  return SLUG.test(slug) && !RESERVED.has(slug);
}

/** A slug made from a name: ASCII letters, digits and hyphens, at most 60 characters; `series` when nothing is left. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll('ß', 'ss')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '');
  if (plain === '') return 'series';
  return RESERVED.has(plain) ? `${plain}-series` : plain;
}

/** The parts of `2024-12-12`, `2024-12-12-2` or `2024-12-12@2`, or null when it is no call's address. */
export function parseCallAddress(
  text: string,
): { readonly call: string; readonly date: string; readonly edition: number | null } | null {
  const [call = '', edition, ...rest] = text.split('@');
  const match = CALL.exec(call);
  if (match?.[1] === undefined || rest.length > 0) return null;
  if (edition === undefined) return { call, date: match[1], edition: null };
  return /^[1-9]\d{0,4}$/.test(edition) ? { call, date: match[1], edition: Number(edition) } : null;
}

/** A path of this app to go on to after signing in, or null for anything that could lead elsewhere. */
export function safeNext(next: string | null | undefined): string | null {
  if (typeof next !== 'string' || !/^\/(?![/\\])[^\s\\]*$/.test(next)) return null;
  // Dots may leave two slashes at the start, which a browser that is given the path alone takes for another host.
  return new URL(next, 'http://plenum').pathname.startsWith('//') ? null : next;
}
