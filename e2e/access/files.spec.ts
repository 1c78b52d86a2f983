import { expect } from '@playwright/test';
import { ask } from './ask.ts';
import { databaseMark } from './database-mark.ts';
import { files, oddAddresses } from './files.ts';
import { test } from './house.ts';
import { eachRole } from './roles.ts';
import { routeHandlers } from './route-handlers.ts';
import { everyRole } from './walk.ts';
import { appFiles } from './what-exists.ts';

const FILE_SAYS = { o: '200', '-': '404', m: '405' } as const;

test('every route handler has a row, and every row a route handler', () => {
  expect([...new Set(routeHandlers.map(({ file }) => file))].toSorted()).toEqual(appFiles('route.ts'));
});

for (const row of routeHandlers)
  test(row.says, async ({ house }) => {
    const openness = row.openness ?? 'closed';
    const [refusing, giving] = [
      await house.world(openness),
      await (row.writes === true ? house.freshWorld(openness) : house.world(openness)),
    ];
    // Cookies of links are got by opening them, which is no part of what is asked.
    for (const { role } of eachRole(row.says, row.marks))
      await Promise.all([refusing.cookie(role), giving.cookie(role)]);
    let before = await databaseMark();
    const answers = new Map<string, string>();
    const done = (mark: string) => row.writes === true && mark === 'o';
    const order = eachRole(row.says, row.marks).toSorted(
      (one, other) => Number(done(one.mark)) - Number(done(other.mark)),
    );
    for (const { role, mark } of order) {
      if (done(mark)) expect.soft(await databaseMark(), 'what was refused has written nothing').toEqual(before);
      const world = done(mark) ? giving : refusing;
      const answer = await ask(house.url, row.at(world), await world.cookie(role), row.init?.(world, house.url) ?? {});
      answers.set(role, row.mark(answer, world));
      if (done(mark)) before = await databaseMark();
    }
    if (row.writes !== true) expect.soft(await databaseMark(), 'nothing is written').toEqual(before);
    await everyRole({ what: row.says, marks: row.marks, says: {} }, (role) => Promise.resolve(answers.get(role) ?? ''));
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
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
});
