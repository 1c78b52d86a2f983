import { mkdtempSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { PIXEL, pictureServer, type PictureServer } from './harness/picture-server.ts';
import { Plenum } from './harness/plenum.ts';
import { ADA, expect, expectAccessible, test as base } from './harness/scene.ts';
import { editor, importCall, openDeck, shownSlide, type TestCall } from './harness/series.ts';

/** A server of somebody else's: `/gone…` is not there any more, and `/slow…` waits until somebody opens the gate. */
interface Elsewhere extends PictureServer {
  readonly open: () => void;
}

async function elsewhere(): Promise<Elsewhere> {
  const waiting: ServerResponse[] = [];
  const give = (response: ServerResponse) => response.writeHead(200, { 'Content-Type': 'image/png' }).end(PIXEL);
  const server = await pictureServer(({ url = '' }, response) => {
    if (url.startsWith('/gone')) response.writeHead(404).end();
    else if (url.startsWith('/slow')) waiting.push(response);
    else give(response);
  });
  return { ...server, open: () => waiting.splice(0).forEach(give) };
}

const test = base.extend<object, { readonly pictures: Elsewhere }>({
  pictures: [
    async ({}, use) => {
      const server = await elsewhere();
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  // One that may fetch from this machine, as one on an intranet may from its neighbours.
  plenum: [
    async ({ pictures }, use) => {
      const plenum = await Plenum.start({ FETCH_ALLOW: pictures.server });
      await plenum.cli('setup', '--name', ADA.name, '--email', ADA.email, '--password', ADA.password);
      await use(plenum);
      await plenum.dispose();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});

/** A coming call whose deck has these lines on its first slide. */
async function callWith(plenum: Plenum, name: string, lines: readonly string[]): Promise<TestCall> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'plenum-deck-')), '2026-12-17.md');
  writeFileSync(file, `# Team Quay\n\n${lines.join('\n\n')}\n`);
  return importCall(plenum, name, file);
}

function count(page: Page) {
  return page.getByRole('contentinfo').getByRole('button', { name: /hints?$/i });
}

function panel(page: Page) {
  return page.getByRole('complementary', { name: 'Hints' });
}

/** The line that says how far keeping copies is. */
function line(page: Page) {
  return page.getByRole('region', { name: 'Copies of pictures' });
}

test('one picture is kept from the text, and shown to everybody at once', async ({
  ada: { page },
  actor,
  plenum,
  pictures,
}) => {
  const address = `${pictures.origin}/quay.png`;
  const call = await callWith(plenum, 'One Copy', [`![The quay](${address})`]);
  const { page: other } = await actor();
  await openDeck(other, call);
  await openDeck(page, call);
  for (const each of [page, other]) await expect(shownSlide(each).locator('.gap')).toHaveText(address);
  await expect(count(other)).toHaveText('1 hint');

  await page.locator('.cm-lint-marker').first().hover();
  await expect(page.locator('.cm-tooltip')).toContainText('this series shows no pictures from there');
  await page.getByRole('button', { name: 'Keep a copy' }).click();
  for (const each of [page, other]) {
    await expect(shownSlide(each).getByRole('img', { name: 'The quay' })).toHaveAttribute(
      'src',
      /\/assets\/\w{16}\.webp$/,
    );
    await expect(count(each)).toBeHidden();
  }
  await expect(editor(page)).toContainText(address);
  await expect(line(page)).toContainText('1 copy is kept.');
  await expectAccessible(page);
  await line(page).getByRole('button', { name: 'Close' }).click();
  await expect(line(page)).toBeHidden();
  expect(pictures.requests.filter(({ url }) => url === '/quay.png')).toHaveLength(1);
});

test('all of a deck are kept by keyboard, one after the other, and those that cannot be had are named', async ({
  ada: { page },
  plenum,
  pictures,
}) => {
  const { origin } = pictures;
  const call = await callWith(plenum, 'All Copies', [
    `<!-- .slide: data-background="${origin}/sky.png" -->`,
    `![One](${origin}/one.png) ![One again](${origin}/one.png)`,
    `![Gone](${origin}/gone.png)`,
    '![Secret](http://10.0.0.7/secret.png)',
    `![Slow](${origin}/slow.png)`,
  ]);
  await openDeck(page, call);
  await expect(count(page)).toHaveText('6 hints');
  await count(page).press('Enter');
  const all = panel(page).getByRole('button', { name: 'Keep copies of all 5' });
  await expectAccessible(page);
  await all.press('Enter');
  // The slow one is still to come.
  await expect(line(page)).toContainText('Keeping copies: 4 of 5');
  await expect(line(page).getByRole('listitem')).toHaveText([
    /gone\.png\s*That server answered 404: the picture is gone there\./,
    /^http:\/\/10\.0\.0\.7\/secret\.png\s*10\.0\.0\.7 is no public server/,
  ]);
  await expect(count(page)).toHaveText('3 hints');
  await expect(page.getByRole('status').filter({ hasText: 'Keeping copies of pictures…' })).toBeAttached();
  pictures.open();
  await expect(line(page)).toContainText('3 copies are kept. 2 pictures could not be fetched.');
  await expect(page.getByRole('status').filter({ hasText: '3 copies are kept. 2 pictures' })).toBeAttached();
  await expect(count(page)).toHaveText('2 hints');
  await expect(shownSlide(page).getByRole('img', { name: 'Slow' })).toBeVisible();
  await expect(page.frameLocator('iframe').first().locator('.slide-background.present')).toHaveAttribute(
    'data-background-hash',
    /\/assets\/\w{16}\.webp/,
  );
  await expectAccessible(page);
  // The keyboard is still in the list, and goes on to the text.
  await expect(panel(page).locator(':focus')).toBeAttached();
  await line(page)
    .getByRole('button', { name: `${origin}/gone.png` })
    .press('Enter');
  await expect(editor(page)).toBeFocused();
  expect(await page.evaluate(() => String(getSelection()))).toBe(`${origin}/gone.png`);
  await line(page).getByRole('button', { name: 'Close' }).press('Enter');
  await expect(line(page)).toBeHidden();
  await expect(editor(page)).toBeFocused();
});

test('on a phone it can be stopped', async ({ ada: { page }, plenum, pictures }) => {
  const { origin } = pictures;
  await page.setViewportSize({ width: 390, height: 844 });
  const call = await callWith(plenum, 'Stopped Copies', [
    `![Slow](${origin}/slow-phone.png)`,
    `![Two](${origin}/two.png)`,
    `![Three](${origin}/three.png)`,
  ]);
  await openDeck(page, call);
  await count(page).click();
  await panel(page).getByRole('button', { name: 'Keep copies of all 3' }).click();
  await expect(line(page)).toContainText('Keeping copies: 0 of 3');
  const stop = line(page).getByRole('button', { name: 'Stop' });
  const box = await stop.boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(44);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  await stop.click();
  await expect(stop).toBeDisabled();
  await expect.poll(() => pictures.requests.some(({ url }) => url === '/slow-phone.png')).toBe(true);
  pictures.open();
  await expect(line(page)).toContainText('1 copy is kept. Stopped: 2 pictures left.');
  await expect(count(page)).toHaveText('2 hints');
  expect(pictures.requests.filter(({ url }) => url === '/two.png')).toEqual([]);
});

test('who may only read is told nothing that they could not do', async ({ actor, plenum, pictures }) => {
  const call = await callWith(plenum, 'Read Copies', [`![The quay](${pictures.origin}/read.png)`]);
  const { page } = await actor();
  await openDeck(page, call);
  await count(page).click();
  await expect(panel(page)).toContainText('This picture lies on another server');
  await expect(panel(page).getByRole('button', { name: 'Keep a copy' })).toBeHidden();
});

test('what a deck shows from elsewhere is fetched when its call ends, and a server elsewhere is told of records', async ({
  ada: { page },
  plenum,
  pictures,
}) => {
  const { origin } = pictures;
  const call = await callWith(plenum, 'Ended Elsewhere', [
    `![Slow](${origin}/slow-end.png)`,
    `![Gone](${origin}/gone-end.png)`,
  ]);
  await page.goto(call.path);
  await page.getByRole('button', { name: 'Start the call' }).click();
  await page.getByRole('button', { name: 'End the call' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'End the call' }).click();
  // Nobody waits for the other server: the page says how far it is, and becomes the record by itself.
  await expect(page.getByRole('heading', { name: 'The record is being made' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Pictures' })).toContainText('of 2');
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expect.poll(() => pictures.requests.some(({ url }) => url === '/slow-end.png')).toBe(true);
  pictures.open();
  await expect(page.locator('.reading').getByRole('img', { name: 'Slow' })).toBeVisible();
  await expect(page.getByText(`${origin}/gone-end.png`, { exact: true })).toBeVisible();
  await expect(page.getByText('404: the picture is gone there', { exact: false })).toBeVisible();
  await expectAccessible(page);

  await page.goto(`${call.series}/webhook`);
  await page.getByLabel('Address').fill('nowhere');
  await page.getByRole('button', { name: 'Keep the address' }).click();
  await expect(page.getByText('That is no address of a server', { exact: false })).toBeVisible();
  await page.getByLabel('Address').fill(`${origin}/hook`);
  await page.getByRole('button', { name: 'Keep the address' }).click();
  await expect(page.getByText(/^whsec_/)).toBeVisible();
  await page.getByRole('button', { name: 'Send a test' }).click();
  await expect(page.getByText('The test was taken.')).toBeVisible();
  const told = pictures.requests.find(({ url }) => url === '/hook');
  expect(told?.headers['webhook-signature']).toMatch(/^v1,/);
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
