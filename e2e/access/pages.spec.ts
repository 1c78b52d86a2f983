import { expect } from '@playwright/test';
import { ask, type Answer } from './ask.ts';
import { OPENNESS, type Openness } from './audiences.ts';
import { test } from './house.ts';
import { pages, type PageRow } from './pages.ts';
import { everyRole } from './walk.ts';
import { appFiles } from './what-exists.ts';
import type { World } from './world.ts';

const SAYS = { o: '200', '-': '404', s: 'sign-in', x: '403', '>': 'sent on' } as const;

test('every page has a row, and every row a page', () => {
  expect([...new Set(pages.map(({ file }) => file))].toSorted()).toEqual(appFiles('page.tsx'));
});

/** The answer as the tables say it, or what it is where they have no mark for it. */
function markOf({ status, location }: Answer, row: PageRow, world: World): string {
  const plain = { 200: 'o', 404: '-', 403: 'x' }[status];
  if (plain !== undefined) return plain;
  if (status !== 307) return `${status}`;
  if (location?.startsWith('/-/sign-in?next=') === true) return 's';
  return location === row.leadsTo?.(world) ? '>' : `307 ${location}`;
}

function walk(openness: Openness, row: PageRow, marks: string): void {
  test(`GET ${row.says}`, async ({ house }) => {
    const world = await house.world(openness);
    await everyRole({ what: `GET ${row.says}`, marks, says: SAYS }, async (role) =>
      markOf(await ask(house.url, row.at(world), await world.cookie(role)), row, world),
    );
  });
}

test.describe('the pages outside all series', () => {
  for (const row of pages) if (typeof row.marks === 'string') walk('closed', row, row.marks);
});

for (const openness of OPENNESS)
  test.describe(`the pages of a series that is ${openness}`, () => {
    for (const row of pages) if (typeof row.marks !== 'string') walk(openness, row, row.marks[openness]);
  });

test('what one may not know of is answered as what is not there', async ({ house }) => {
  const world = await house.world('closed');
  for (const role of ['nobody', 'read link', 'admin', 'member of another series', 'disabled host'] as const) {
    const cookie = await world.cookie(role);
    const said = async (path: string, named: string) => {
      const { status, headers, body } = await ask(house.url, path, cookie);
      return {
        status,
        type: headers.get('content-type'),
        body: body.replaceAll(/nonce="[^"]*"/g, '').replaceAll(named, '…'),
      };
    };
    for (const rest of ['', '/now', '/archive', '/teams', '/template', `/${world.planned.date}/deck`]) {
      const nothing = 'a'.repeat(world.slug.length);
      const [there, away] = [
        await said(`/${world.slug}${rest}`, world.slug),
        await said(`/${nothing}${rest}`, nothing),
      ];
      expect(visibleText(there.body), `${role}: ${rest}`).toBe(visibleText(away.body));
      expect([there.status, there.type]).toEqual([away.status, away.type]);
    }
  }
});

/** Without scripts and their order, which is the framework's. */
function visibleText(html: string): string {
  return html
    .replaceAll(/<script[\s\S]*?<\/script>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}
