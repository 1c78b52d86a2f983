import { expect } from '@playwright/test';
import { database } from '#server/database/client.ts';
import { sealEdition } from '#server/archive/seal-editions.ts';
import { ask } from './ask.ts';
import { pages } from './pages.ts';
import { routeHandlers } from './route-handlers.ts';
import { test, type House } from './house.ts';
import { SECRET, type World } from './world.ts';

const TOMORROW = () => new Date(Date.now() + 86_400_000);

/** What is the same for all series: what leads there, and what search engines are told. */
const SITE = ['/', '/sitemap.xml', '/sitemap.xml?part=1', '/robots.txt', '/-/join', '/-/api', '/api/v1/series'];
/** What looks through all series. */
const OF_ALL = /^\/api\/(?:places|search)\?/;
/** Ways to look at an address. */
const ASKED = ['', '?as=slides', '?as=outline', '?_rsc=1'];

/** Every address of a series that is answered to GET. */
function addressesOf(world: World): readonly string[] {
  const inSeries = pages.map(({ at }) => at(world)).filter((address) => address.startsWith(`/${world.slug}`));
  const files = routeHandlers.filter(({ init }) => init === undefined).map(({ at }) => at(world));
  const { date, slide } = world.ended;
  const more = [`@1/${slide}`, `@1/team-quay`, '/opengraph-image', '/twitter-image'].map(
    (rest) => `/${world.slug}/${date}${rest}`,
  );
  return [...new Set([...inSeries, ...files, ...more])];
}

/** A world whose record is sealed, so that feeds and sitemaps could tell of it. */
async function sealedWorld(house: House, openness: Parameters<House['world']>[0]): Promise<World> {
  const world = await house.freshWorld(openness);
  expect(await sealEdition(world.ended.editionId, TOMORROW())).toBe(true);
  return world;
}

async function nameOf({ seriesId }: World): Promise<string> {
  return (await database().series.findUniqueOrThrow({ where: { id: seriesId } })).name;
}

for (const openness of ['closed', 'by link'] as const)
  test(`an outsider is told nothing of a series that is ${openness}: no name, no team, no word, at no address`, async ({
    house,
  }) => {
    const world = await sealedWorld(house, openness);
    const name = await nameOf(world);
    const words = [SECRET, name, 'Team Quay', 'Team Lights', 'Weather'];
    // What is asked of all series finds those that are open, whose teams have the same names.
    const own = [name, world.seriesId, `/${world.slug}/`];
    for (const address of addressesOf(world))
      for (const as of ASKED.map((query) => address + (address.includes('?') ? query.replace('?', '&') : query))) {
        // What a link opens is for who has it.
        if (address.startsWith('/-/')) continue;
        const { body, headers } = await ask(house.url, as, '');
        const said = body + JSON.stringify([...headers]);
        expect
          .soft(
            (OF_ALL.test(address) ? own : words).filter((word) => said.includes(word)),
            as,
          )
          .toEqual([]);
      }
    for (const address of SITE) {
      const { body } = await ask(house.url, address, '');
      expect.soft(body.includes(world.slug), address).toBe(false);
    }
    // The same addresses tell who belongs there.
    const host = await world.cookie('host');
    for (const address of [`/${world.slug}/${world.ended.date}`, `/${world.slug}/feed.xml`])
      expect((await ask(house.url, address, host)).body).toContain(SECRET);
  });

test('of a series with public records an outsider is told the records alone: nothing of decks before their call', async ({
  house,
}) => {
  const world = await sealedWorld(house, 'usual');
  const ofRecords = new Set([`/${world.slug}/feed.xml`, `/${world.slug}/team/team-quay/feed.xml`]);
  for (const address of addressesOf(world)) {
    if (address.startsWith('/-/')) continue;
    const { body } = await ask(house.url, address, '');
    // Only the deck of the planned call shows this picture.
    expect.soft(body.includes(world.foreign), address).toBe(false);
    const ahead = address.includes(world.planned.date) || address.endsWith('/template');
    if (ahead) expect.soft(body.includes(SECRET), address).toBe(false);
    if (ofRecords.has(address)) expect.soft(body.includes(world.planned.date), address).toBe(false);
  }
  const { body: sitemap } = await ask(house.url, '/sitemap.xml', '');
  expect(sitemap).toContain(`/${world.slug}/${world.ended.date}<`);
  for (const date of [world.planned.date, world.live.date, world.deleted.date])
    expect(sitemap).not.toContain(`/${world.slug}/${date}`);
  const robotsOf = async (rest: string) => {
    const { body } = await ask(house.url, `/${world.slug}${rest}`, '');
    return /<meta name="robots" content="([^"]*)"/.exec(body)?.[1];
  };
  expect(await robotsOf(`/${world.ended.date}`)).toBe('index, follow');
  expect(await robotsOf(`/${world.ended.date}/team-quay`)).toBe('index, follow');
  for (const rest of [`/${world.planned.date}`, `/${world.live.date}/live`, '/teams'])
    expect(await robotsOf(rest), rest).toContain('noindex');
});
