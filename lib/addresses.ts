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
]);

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/;
const CALL = /^(\d{4}-\d{2}-\d{2})(?:-([2-9]|[1-9]\d+))?$/;

/** Every address of the app is built here, so that one that is printed once keeps working. All are absolute paths. */
export const addresses = {
  home: () => '/',
  series: (series: string) => `/${series}`,
  now: (series: string) => `/${series}/now`,
  archive: (series: string) => `/${series}/archive`,
  call: (series: string, call: string) => `/${series}/${call}`,
  /** With the key of a section: opened there. */
  deck: (series: string, call: string, section?: string) =>
    `/${series}/${call}/deck${section === undefined ? '' : `#${encodeURIComponent(section)}`}`,
  /** What a deck was like, and how it comes back. */
  history: (series: string, call: string) => `/${series}/${call}/history`,
  templateHistory: (series: string) => `/${series}/template/history`,
  present: (series: string, call: string) => `/${series}/${call}/present`,
  live: (series: string, call: string) => `/${series}/${call}/live`,
  slide: (series: string, call: string, section: string, slide: string) => `/${series}/${call}/${section}/${slide}`,
  edition: (series: string, call: string, number: number) => `/${series}/${call}@${number}`,
  template: (series: string) => `/${series}/template`,
  teams: (series: string) => `/${series}/teams`,
  people: (series: string) => `/${series}/people`,
  /** Deleted calls of a series. */
  bin: (series: string) => `/${series}/bin`,
  seriesLog: (series: string, before?: string) => `/${series}/log${before === undefined ? '' : `?before=${before}`}`,
  team: (series: string, team: string) => `/${series}/team/${team}`,
  editionMarkdown: (editionId: string) => `/api/editions/${editionId}/markdown`,
  asset: (key: string, extension: string) => `/assets/${key}.${extension}`,
  sync: (deck: string) => `/sync/${deck}`,
  health: () => '/api/health',
  metrics: () => '/api/metrics',
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
} as const;

/** How a picture is written in a deck's text: relative and short. */
export function assetReference(key: string, extension: string): string {
  return `assets/${key}.${extension}`;
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
