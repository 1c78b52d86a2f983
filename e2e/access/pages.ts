import type { Openness } from './audiences.ts';
import type { Marks } from './roles.ts';
import type { World } from './world.ts';

/**
 * Every page, asked by GET. A new page needs a row here: its file under `app/`, an address, and what everybody gets in each kind of
 * series. A page outside all series has one line of marks, one inside a series four. The marks:
 *
 *   o  the page (200)                          s  to sign-in (307)
 *   -  nothing here (404)                      x  not open to you (403)
 *   >  to `leadsTo` (307)
 *
 * in the order of `ROLES`: nobody, guest without a link · read link, write link, guest by write link, section link ·
 * reader, writer, host · admin, member of another series, disabled host.
 */
export interface PageRow {
  readonly file: string;
  /** The address as people say it. */
  readonly says: string;
  readonly at: (world: World) => string;
  readonly leadsTo?: (world: World) => string;
  readonly marks: Marks | Readonly<Record<Openness, Marks>>;
}

// What whoever may follow calls and read records sees of a series as a whole.
const SERIES = {
  closed: '-- -oo- ooo ---',
  'by link': '-- ooo- ooo ---',
  usual: 'oo oooo ooo ooo',
  open: 'oo oooo ooo ooo',
} as const;
// The same of the planned call, whose section the section link is for.
const PLANNED = { ...SERIES, closed: '-- -ooo ooo ---', 'by link': '-- oooo ooo ---' } as const;
// The text of a deck that is not the planned call's.
const DECK = { ...SERIES, usual: 'sx ssxs ooo xxs' } as const;
const PLANNED_DECK = { ...PLANNED, usual: 'sx ssxo ooo xxs' } as const;

// What a deck was like: for members, and for whoever writes it.
const HISTORY = {
  closed: '-- -oo- ooo ---',
  'by link': '-- soo- ooo ---',
  usual: 'sx ssxs ooo xxs',
  open: 'sx ssxs ooo oos',
} as const;
const PLANNED_HISTORY = {
  closed: '-- -ooo ooo ---',
  'by link': '-- sooo ooo ---',
  usual: 'sx ssxo ooo xxs',
  open: 'sx ssxo ooo oos',
} as const;

// For whoever runs the instance: for everybody else there is nothing here.
const ADMIN = '-- ---- --- o--';
// For members, and for hosts alone.
const MEMBERS = {
  closed: '-- -sx- ooo ---',
  'by link': '-- ssx- ooo ---',
  usual: 'sx ssxs ooo xxs',
  open: 'sx ssxs ooo xxs',
} as const;
const HOSTS = {
  closed: '-- -sx- xxo ---',
  'by link': '-- ssx- xxo ---',
  usual: 'sx ssxs xxo xxs',
  open: 'sx ssxs xxo xxs',
} as const;

const NOTHING = {
  closed: '-- ---- --- ---',
  'by link': '-- ---- --- ---',
  usual: '-- ---- --- ---',
  open: '-- ---- --- ---',
} as const;

// Who may not present is sent to follow; the window to share is for the same people as the page that opens it.
const PRESENTING_LIVE = {
  closed: '-- ->>- >oo ---',
  'by link': '-- >>>- >oo ---',
  usual: 'sx ssxs >oo xxs',
  open: '>> >>>> ooo >>>',
} as const;

/** Sent on wherever one would be shown something. */
const sentOn = (marks: Readonly<Record<Openness, Marks>>): Readonly<Record<Openness, Marks>> => ({
  closed: marks.closed.replaceAll('o', '>'),
  'by link': marks['by link'].replaceAll('o', '>'),
  usual: marks.usual.replaceAll('o', '>'),
  open: marks.open.replaceAll('o', '>'),
});

const inSeries =
  (rest: string) =>
  ({ slug }: World) =>
    `/${slug}${rest}`;

const under =
  (call: 'planned' | 'live' | 'ended' | 'deleted', rest = '') =>
  (world: World) =>
    `/${world.slug}/${world[call].date}${rest}`;

export const pages: readonly PageRow[] = [
  { file: '(site)/page.tsx', says: '/', at: () => '/', marks: 'oo oooo ooo ooo' },
  { file: '(site)/-/sign-in/page.tsx', says: '/-/sign-in', at: () => '/-/sign-in', marks: 'oo oooo ooo ooo' },
  { file: '(site)/-/link-gone/page.tsx', says: '/-/link-gone', at: () => '/-/link-gone', marks: 'oo oooo ooo ooo' },
  // Both say that the token does not count, and nothing of who has an account.
  {
    file: '(site)/-/setup/[token]/page.tsx',
    says: '/-/setup/<token>',
    at: () => '/-/setup/x',
    marks: 'oo oooo ooo ooo',
  },
  {
    file: '(site)/-/reset/[token]/page.tsx',
    says: '/-/reset/<token>',
    at: () => '/-/reset/x',
    marks: 'oo oooo ooo ooo',
  },
  {
    file: '(site)/-/name/page.tsx',
    says: '/-/name',
    at: () => '/-/name?next=%2F-%2Flink-gone',
    leadsTo: () => '/-/link-gone',
    marks: 'o> oo>o >>> >>o',
  },
  { file: '(site)/-/new/page.tsx', says: '/-/new', at: () => '/-/new', marks: 'ss ssss ooo oos' },
  { file: '(site)/-/sample/page.tsx', says: '/-/sample', at: () => '/-/sample', marks: 'ss ssss ooo oos' },
  {
    file: '(site)/-/import/page.tsx',
    says: '/-/import',
    at: ({ slug }) => `/-/import?series=${slug}`,
    marks: 'ss ssss ooo oos',
  },
  {
    file: '(site)/-/import/[run]/page.tsx',
    says: '/-/import/<id>',
    at: ({ importId }) => `/-/import/${importId}`,
    marks: 'ss ssss --o --s',
  },
  { file: '(site)/-/search/page.tsx', says: '/-/search', at: () => '/-/search?q=keeper', marks: 'oo oooo ooo ooo' },
  { file: '(site)/-/api/page.tsx', says: '/-/api', at: () => '/-/api', marks: 'oo oooo ooo ooo' },
  { file: '(site)/-/join/page.tsx', says: '/-/join', at: () => '/-/join', marks: 'oo oooo ooo ooo' },
  {
    file: '(site)/-/sign-in-link/[token]/page.tsx',
    says: '/-/sign-in-link/<token>',
    at: () => '/-/sign-in-link/x',
    marks: 'oo oooo ooo ooo',
  },
  // No mails are sent here, so there is nothing to ask for.
  { file: '(site)/-/forgot/page.tsx', says: '/-/forgot', at: () => '/-/forgot', marks: '-- ---- --- ---' },
  { file: '(site)/-/export/page.tsx', says: '/-/export', at: () => '/-/export', marks: 'oo oooo ooo ooo' },
  { file: '(site)/-/profile/page.tsx', says: '/-/profile', at: () => '/-/profile', marks: 'so ssos ooo oos' },
  { file: '(site)/-/sections/page.tsx', says: '/-/sections', at: () => '/-/sections', marks: 'so ssos ooo oos' },
  { file: '(site)/-/bin/page.tsx', says: '/-/bin', at: () => '/-/bin', marks: 'so ssos ooo oos' },
  { file: '(site)/-/admin/page.tsx', says: '/-/admin', at: () => '/-/admin', marks: ADMIN },
  { file: '(site)/-/admin/log/page.tsx', says: '/-/admin/log', at: () => '/-/admin/log', marks: ADMIN },
  {
    file: '(site)/-/admin/people/[person]/page.tsx',
    says: '/-/admin/people/<person>',
    at: ({ people }) => `/-/admin/people/${people.reader.personId}`,
    marks: ADMIN,
  },
  { file: '(site)/[series]/people/page.tsx', says: '/<series>/people', at: inSeries('/people'), marks: MEMBERS },
  { file: '(site)/[series]/pictures/page.tsx', says: '/<series>/pictures', at: inSeries('/pictures'), marks: MEMBERS },
  { file: '(site)/[series]/bin/page.tsx', says: '/<series>/bin', at: inSeries('/bin'), marks: HOSTS },
  { file: '(site)/[series]/log/page.tsx', says: '/<series>/log', at: inSeries('/log'), marks: HOSTS },
  { file: '(site)/[series]/webhook/page.tsx', says: '/<series>/webhook', at: inSeries('/webhook'), marks: HOSTS },
  { file: '(site)/[series]/tokens/page.tsx', says: '/<series>/tokens', at: inSeries('/tokens'), marks: HOSTS },
  { file: '(site)/[series]/mirror/page.tsx', says: '/<series>/mirror', at: inSeries('/mirror'), marks: HOSTS },
  { file: '(site)/[series]/page.tsx', says: '/<series>', at: ({ slug }) => `/${slug}`, marks: SERIES },
  {
    file: '(site)/[series]/now/page.tsx',
    says: '/<series>/now',
    at: ({ slug }) => `/${slug}/now`,
    leadsTo: under('live', '/live'),
    marks: sentOn(SERIES),
  },
  {
    file: '(site)/[series]/export/page.tsx',
    says: '/<series>/export',
    at: ({ slug }) => `/${slug}/export`,
    marks: SERIES,
  },
  {
    file: '(site)/[series]/archive/page.tsx',
    says: '/<series>/archive',
    at: ({ slug }) => `/${slug}/archive`,
    marks: SERIES,
  },
  {
    file: '(site)/[series]/archive/[year]/page.tsx',
    says: '/<series>/archive/<year>',
    at: ({ slug, ended }) => `/${slug}/archive/${ended.date.slice(0, 4)}`,
    marks: SERIES,
  },
  {
    file: '(site)/[series]/archive/since/page.tsx',
    says: '/<series>/archive/since',
    at: ({ slug }) => `/${slug}/archive/since?date=2020-01-01`,
    marks: SERIES,
  },
  {
    file: '(site)/[series]/teams/page.tsx',
    says: '/<series>/teams',
    at: ({ slug }) => `/${slug}/teams`,
    marks: SERIES,
  },
  {
    file: '(site)/[series]/team/[team]/page.tsx',
    says: '/<series>/team/<team>',
    at: ({ slug }) => `/${slug}/team/team-quay`,
    marks: SERIES,
  },
  {
    file: '[series]/template/page.tsx',
    says: '/<series>/template',
    at: ({ slug }) => `/${slug}/template`,
    marks: DECK,
  },
  {
    file: '(site)/[series]/template/history/page.tsx',
    says: '/<series>/template/history',
    at: inSeries('/template/history'),
    marks: HISTORY,
  },
  {
    file: '(site)/[series]/[date]/history/page.tsx',
    says: 'the history of the planned deck',
    at: under('planned', '/history'),
    marks: PLANNED_HISTORY,
  },
  {
    file: '(site)/[series]/[date]/history/page.tsx',
    says: 'the history of the record’s deck',
    at: under('ended', '/history'),
    marks: HISTORY,
  },
  {
    file: '(site)/[series]/[date]/correct/page.tsx',
    says: 'beginning the correction of a section of one’s team',
    at: ({ slug, corrected }) => `/${slug}/${corrected.date}/correct?section=team-quay`,
    marks: {
      closed: HOSTS.closed.replace('xxo', 'xoo'),
      'by link': HOSTS['by link'].replace('xxo', 'xoo'),
      usual: HOSTS.usual.replace('xxo', 'xoo'),
      open: HOSTS.open.replace('xxo', 'xoo'),
    },
  },
  {
    file: '[series]/[date]/correct/deck/page.tsx',
    says: 'the correction of a section of nobody’s',
    at: ({ slug, corrected }) => `/${slug}/${corrected.date}/correct/deck?section=weather`,
    marks: HOSTS,
  },
  { file: '(site)/[series]/[date]/page.tsx', says: 'the planned call', at: under('planned'), marks: PLANNED },
  { file: '(site)/[series]/[date]/page.tsx', says: 'the live call', at: under('live'), marks: SERIES },
  { file: '(site)/[series]/[date]/page.tsx', says: 'the record', at: under('ended'), marks: SERIES },
  { file: '(site)/[series]/[date]/page.tsx', says: 'edition 1 of the record', at: under('ended', '@1'), marks: SERIES },
  {
    file: '(site)/[series]/[date]/page.tsx',
    says: 'a call that is not there',
    at: ({ slug }) => `/${slug}/2030-02-03`,
    marks: '-- ---- --- ---',
  },
  // What was deleted is nowhere, for nobody: whoever could read it is told why there is nothing (`bin.spec.ts`).
  { file: '(site)/[series]/[date]/page.tsx', says: 'a deleted call', at: under('deleted'), marks: NOTHING },
  {
    file: '[series]/[date]/deck/page.tsx',
    says: 'the deck of a deleted call',
    at: under('deleted', '/deck'),
    marks: NOTHING,
  },
  {
    file: '[series]/[date]/live/page.tsx',
    says: 'following a deleted call',
    at: under('deleted', '/live'),
    marks: NOTHING,
  },
  {
    file: '[series]/[date]/present/page.tsx',
    says: 'presenting a deleted call',
    at: under('deleted', '/present'),
    marks: NOTHING,
  },
  ...(
    [
      ['(site)/[series]/page.tsx', ''],
      ['(site)/[series]/archive/page.tsx', '/archive'],
      ['(site)/[series]/archive/since/page.tsx', '/archive/since'],
      ['(site)/[series]/export/page.tsx', '/export'],
      ['(site)/[series]/now/page.tsx', '/now'],
      ['(site)/[series]/people/page.tsx', '/people'],
      ['(site)/[series]/pictures/page.tsx', '/pictures'],
      ['(site)/[series]/bin/page.tsx', '/bin'],
      ['[series]/template/page.tsx', '/template'],
    ] as const
  ).map(([file, rest]) => ({
    file,
    says: `/<deleted series>${rest}`,
    at: ({ deletedSeries }: World) => `/${deletedSeries.slug}${rest}`,
    marks: NOTHING,
  })),
  {
    file: '(site)/[series]/[date]/[section]/page.tsx',
    says: 'a section of the record',
    at: ({ slug, ended }) => `/${slug}/${ended.date}/team-quay`,
    marks: SERIES,
  },
  {
    file: '(site)/[series]/[date]/[section]/page.tsx',
    says: 'a section of the planned call',
    at: under('planned', '/team-quay'),
    leadsTo: under('planned'),
    marks: sentOn(PLANNED),
  },
  {
    file: '(site)/[series]/[date]/[section]/page.tsx',
    says: 'a section that is not in the record',
    at: under('ended', '/team-nobody'),
    marks: NOTHING,
  },
  {
    file: '(site)/[series]/[date]/[section]/[slide]/page.tsx',
    says: 'a slide of the record',
    at: ({ slug, ended }) => `/${slug}/${ended.date}/${ended.slide}`,
    marks: SERIES,
  },
  {
    file: '(site)/[series]/[date]/[section]/[slide]/page.tsx',
    says: 'a slide of the planned call',
    at: under('planned', '/team-quay/1'),
    leadsTo: under('planned'),
    marks: sentOn(PLANNED),
  },
  {
    file: '[series]/[date]/deck/page.tsx',
    says: 'the planned deck',
    at: under('planned', '/deck'),
    marks: PLANNED_DECK,
  },
  { file: '[series]/[date]/deck/page.tsx', says: 'the live deck', at: under('live', '/deck'), marks: DECK },
  { file: '[series]/[date]/deck/page.tsx', says: 'the deck of the record', at: under('ended', '/deck'), marks: DECK },
  {
    file: '[series]/[date]/present/page.tsx',
    says: 'presenting the planned call',
    at: under('planned', '/present'),
    leadsTo: under('planned', '/live'),
    // Whoever has the link to a section of this deck reports it, and can be given the baton.
    marks: {
      closed: '-- ->>o >oo ---',
      'by link': '-- >>>o >oo ---',
      usual: 'sx ssxo >oo xxs',
      open: '>> >>>o ooo >>>',
    },
  },
  {
    file: '[series]/[date]/present/page.tsx',
    says: 'presenting the live call',
    at: under('live', '/present'),
    leadsTo: under('live', '/live'),
    marks: PRESENTING_LIVE,
  },
  {
    file: '[series]/[date]/present/page.tsx',
    says: 'presenting the record',
    at: under('ended', '/present'),
    leadsTo: under('ended'),
    marks: sentOn(DECK),
  },
  {
    file: '[series]/[date]/present/stage/page.tsx',
    says: 'the stage to share of the live call',
    at: under('live', '/present/stage'),
    leadsTo: under('live', '/live'),
    marks: PRESENTING_LIVE,
  },
  {
    file: '[series]/[date]/present/stage/page.tsx',
    says: 'the stage to share of the record',
    at: under('ended', '/present/stage'),
    leadsTo: under('ended'),
    marks: sentOn(DECK),
  },
  {
    file: '[series]/[date]/live/page.tsx',
    says: 'following the planned call',
    at: under('planned', '/live'),
    marks: PLANNED,
  },
  { file: '[series]/[date]/live/page.tsx', says: 'following the live call', at: under('live', '/live'), marks: SERIES },
  { file: '[series]/[date]/live/page.tsx', says: 'following the record', at: under('ended', '/live'), marks: SERIES },
  {
    file: '[series]/[date]/live/page.tsx',
    says: 'the record, by a link that was copied live',
    at: under('ended', '/live?slide=AAAA.0123456789ab'),
    leadsTo: under('ended'),
    marks: sentOn(SERIES),
  },
];
