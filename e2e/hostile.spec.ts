import { STAGE_GREETING, type DeckMessage, type StageSettings } from '#lib/stage/messages.ts';
import { expect, signIn, test } from './harness/scene.ts';
import { importCall } from './harness/series.ts';
import { AppTour } from './stage/hostile/app-tour.ts';
import { bringDecks } from './stage/hostile/bring-decks.ts';
import { RUN } from './stage/hostile/hostile-deck.ts';
import { HOSTILE_DECKS } from './stage/hostile/hostile-decks.ts';
import { joinedDecks } from './stage/hostile/joined-decks.ts';
import { seededPart } from './stage/hostile/seeded-part.ts';
import { EXPECTED_REPORT, isMarked, watchHarm } from './stage/hostile/watch-harm.ts';

// Few of them, so that it is done in half a minute; all of them are in `hostile.long.spec.ts`.
test('hostile decks do no harm in preview, stage, record and archive', async ({ actor, plenum }) => {
  const { seed, part } = seededPart(HOSTILE_DECKS, 40);
  const { page } = await actor(EXPECTED_REPORT);
  await signIn(page);
  const tour = new AppTour(page, plenum);
  await test.step(`HOSTILE_SEED=${seed}`, async () => {
    const decks = joinedDecks(part, part.length).slice(0, 2);
    for (const brought of await bringDecks(plenum, decks)) await tour.through(brought);
  });
  expect(tour.harm).toEqual([]);
});

/** What the browser says about each try below, and nothing else. */
const REFUSALS = /Content Security Policy|document is sandboxed|made in a sandboxed frame/;

test('the document of the stage is as safe when somebody opens it by itself', async ({ ada, actor, plenum }) => {
  const call = await importCall(plenum, 'By Itself');
  await ada.page.goto(call.path);
  await ada.page.goto(`${call.path}/deck`);
  const frame = ada.page.locator('iframe').first();
  // The page gives the frame its address when it is ready to hear of it.
  await expect(frame).toHaveAttribute('src', /^\/stage\//);
  const address = (await frame.getAttribute('src')) ?? '';
  const { page } = await actor(REFUSALS);
  const harm: string[] = [];
  watchHarm(page, plenum.url, (fault) => {
    if (!REFUSALS.test(fault)) harm.push(fault);
  });
  await page.goto(address);
  expect(await page.evaluate(() => self.origin)).toBe('null');
  const source = `<img src=x onerror="${RUN}"><script>${RUN}</script><a href="javascript:${RUN}">x</a>\n\n[x](javascript:${RUN})`;
  await page.evaluate(showHere, { greeting: STAGE_GREETING, source });
  await page.locator('.slides section.present a').first().click();
  expect(await page.evaluate(isMarked)).toBe(false);
  // A script that got in after all would find every door shut.
  expect(await page.evaluate(tryDoors)).toEqual([]);
  expect(page.url()).toBe(plenum.url + address);
  expect(harm).toEqual([]);
});

// Runs in the document of the stage: does what the app's page does, in its place.
function showHere({ greeting, source }: { readonly greeting: string; readonly source: string }): void {
  const { port1, port2 } = new MessageChannel();
  window.postMessage(greeting, '*', [port2]);
  const settings = {
    breaks: true,
    lang: null,
    rtl: false,
    slideOptions: {},
    assets: {},
    foreignPictures: false,
    interactive: true,
    measured: true,
    pickable: true,
  } satisfies StageSettings;
  const contents = [{ key: 'a', source, attributes: {}, name: '', hash: '' }];
  const message: DeckMessage = {
    type: 'deck',
    settings,
    order: [{ key: 'a', vertical: false }],
    contents,
    place: null,
  };
  port1.postMessage(message);
}

// Runs in the document of the stage; gives the doors that were open.
async function tryDoors(): Promise<readonly string[]> {
  const script = document.createElement('script');
  script.textContent = 'window.pwned = 1';
  document.body.append(script);
  const doors: Readonly<Record<string, () => unknown>> = {
    cookies: () => document.cookie,
    storage: () => localStorage.length,
    requests: () => fetch('/api/health'),
    windows: () => window.open('/', '_blank') ?? Promise.reject(new Error('none')),
  };
  const tried = await Promise.all(
    Object.entries(doors).map(async ([name, open]) => {
      try {
        await open();
        return [name];
      } catch {
        return [];
      }
    }),
  );
  return [...tried.flat(), ...(Reflect.get(window, 'pwned') === 1 ? ['scripts'] : [])];
}
