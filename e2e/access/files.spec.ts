import { expect } from '@playwright/test';
import { ask } from './ask.ts';
import { databaseMark } from './database-mark.ts';
import { files, oddAddresses } from './files.ts';
import { test, type House } from './house.ts';
import { eachRole, type Role } from './roles.ts';
import { routeHandlers, type RouteRow } from './route-handlers.ts';
import { everyRole } from './walk.ts';
import { appFiles } from './what-exists.ts';
import type { World } from './world.ts';

const FILE_SAYS = { o: '200', '-': '404', m: '405' } as const;

test('every route handler has a row, and every row a route handler', () => {
  const inApp = routeHandlers.map(({ file }) => file).filter((file) => !file.startsWith('server/'));
  expect([...new Set(inApp)].toSorted()).toEqual(appFiles('route.ts'));
});

/** Asks a route; what is not to succeed, or only reads, may write nothing. */
async function markFrom(house: House, row: RouteRow, { world, role, writes }: Asked): Promise<string> {
  const cookie = await world.cookie(role);
  const before = await databaseMark();
  const answer = await ask(house.url, row.at(world), cookie, row.init?.(world, house.url) ?? {});
  if (!writes) expect.soft(await databaseMark(), `${role}: nothing is written`).toEqual(before);
  return row.mark(answer, world);
}

interface Asked {
  readonly world: World;
  readonly role: Role;
  readonly writes: boolean;
}

for (const row of routeHandlers)
  test(row.says, async ({ house }) => {
    const openness = row.openness ?? 'closed';
    const refusing = await house.world(openness);
    const giving = row.writes === true ? await house.freshWorld(openness) : refusing;
    const got = new Map<Role, string>();
    // One after the other: what is written is looked at around each.
    for (const { role, mark } of eachRole(row.says, row.marks)) {
      const writes = row.writes === true && mark === 'o';
      got.set(role, await markFrom(house, row, { world: writes ? giving : refusing, role, writes }));
    }
    await everyRole({ what: row.says, marks: row.marks, says: {} }, (role) => Promise.resolve(got.get(role) ?? ''));
  });

for (const row of files)
  test(row.says, async ({ house }) => {
    const world = await house.world('closed');
    await everyRole({ what: row.says, marks: row.marks, says: FILE_SAYS }, async (role) => {
      const { status } = await ask(house.url, row.at(world), await world.cookie(role), row.init ?? {});
      return { 200: 'o', 404: '-', 405: 'm' }[status] ?? `${status}`;
    });
  });

test('odd addresses are answered without a fault', async ({ house }) => {
  const world = await house.world('closed');
  for (const role of ['nobody', 'host'] as const)
    for (const address of oddAddresses) {
      const { status, location } = await ask(house.url, address(world), await world.cookie(role));
      expect.soft(status, `${role}: ${address(world).slice(0, 80)}`).toBeLessThan(500);
      expect.soft(location ?? '', address(world)).not.toMatch(/^(?:https?:)?\/\//);
    }
});

test('the picture of a closed series says nothing of the series', async ({ house }) => {
  const world = await house.world('closed');
  const { headers } = await ask(house.url, world.asset, '');
  expect(JSON.stringify([...headers])).not.toContain(world.slug);
  expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; .*; sandbox$/);
});
