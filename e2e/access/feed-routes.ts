import type { RouteRow } from './route-handlers.ts';
import type { World } from './world.ts';

const mark: RouteRow['mark'] = ({ status }) => ({ 200: 'o', 404: '-' })[status] ?? `${status}`;

const MARKS = [
  ['closed', '-- -oo- ooo ---'],
  ['by link', '-- ooo- ooo ---'],
  ['usual', 'oo oooo ooo ooo'],
] as const;

/** Feeds are for who may read records; what leads search engines is the same for everybody. */
export const feedRoutes: readonly RouteRow[] = [
  ...MARKS.flatMap(([openness, marks]) =>
    (
      [
        ['[series]/feed.xml/route.ts', 'feed.xml'],
        ['[series]/team/[team]/feed.xml/route.ts', 'team/team-quay/feed.xml'],
      ] as const
    ).map(([file, rest]) => ({
      file,
      says: `GET ${rest} (${openness})`,
      at: ({ slug }: World) => `/${slug}/${rest}`,
      mark,
      marks,
      openness,
    })),
  ),
  {
    file: '[series]/team/[team]/feed.xml/route.ts',
    says: 'GET the feed of a team that is not there',
    at: ({ slug }) => `/${slug}/team/nobody/feed.xml`,
    mark,
    marks: '-- ---- --- ---',
    openness: 'open',
  },
  {
    file: 'sitemap.xml/route.ts',
    says: 'GET /sitemap.xml',
    at: () => '/sitemap.xml',
    mark,
    marks: 'oo oooo ooo ooo',
  },
];
