import type { Page } from '@playwright/test';
import { giveFiles, pictureFile } from './harness/pictures.ts';
import { pictureServer, type PictureServer } from './harness/picture-server.ts';
import { Plenum } from './harness/plenum.ts';
import { editor, importCall, openDeck, shownSlide, typeAfter, type TestCall } from './harness/series.ts';
import { ADA, expect, expectAccessible, signIn, test as scene } from './harness/scene.ts';

/** A Plenum that may fetch from a picture server on this machine. */
const test = scene.extend<object, { readonly elsewhere: PictureServer }>({
  elsewhere: [
    async ({}, use) => {
      const server = await pictureServer();
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  plenum: [
    async ({ elsewhere }, use) => {
      const plenum = await Plenum.start({ FETCH_ALLOW: elsewhere.server });
      await plenum.cli('setup', '--name', ADA.name, '--email', ADA.email, '--password', ADA.password);
      await use(plenum);
      await plenum.dispose();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});

const TEXT = '.cm-content';

async function openPictures(page: Page, call: TestCall): Promise<void> {
  await page.goto(`${call.series}/pictures`, { waitUntil: 'networkidle' });
  await expect(page.getByRole('heading', { name: 'Pictures', exact: true })).toBeVisible();
}

/** The line of a picture on the page. */
function row(page: Page, name: string) {
  return page.getByRole('list', { name: 'Pictures, newest first' }).getByRole('listitem').filter({ hasText: name });
}

/** Brings two pictures into the deck, and leaves it open. */
async function bringTwo(page: Page, call: TestCall): Promise<void> {
  await openDeck(page, call);
  for (const [line, name, hue] of [
    ['Twelve tons', 'mole.png', 20],
    ['All lamps burn', 'pier.png', 200],
  ] as const) {
    await typeAfter(page, line, ' ');
    await giveFiles(page, { how: 'paste', selector: TEXT }, [await pictureFile(name, hue)]);
    await page.getByRole('button', { name: `Skip describing ${name}` }).click();
  }
  await expect(page.locator('[data-save="safe"]')).toBeVisible();
}

/** As wide as the phone and no wider. */
async function expectNoSideways(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

test('pictures are found, described into the decks that show them, replaced there, and it is taken back', async ({
  ada: { page, context },
  plenum,
}) => {
  const call = await importCall(plenum, 'Picture Quay');
  const deck = await context.newPage();
  await bringTwo(deck, call);
  await page.goto(call.series);
  await page.getByRole('link', { name: 'See the pictures' }).click();
  await expect(page.getByText(/^2 pictures, \d+ kB$/)).toBeVisible();
  await expect(row(page, 'mole.png')).toContainText('No description yet');
  await expect(
    row(page, 'mole.png').getByRole('link', { name: 'Harbour Community Call · Thu 17 Dec' }),
  ).toHaveAttribute('href', `${call.path}/deck`);
  await expectAccessible(page);

  await row(page, 'mole.png').getByRole('button', { name: 'Describe mole.png' }).click();
  await expect(page.getByLabel('What does it show?')).toBeFocused();
  await page.keyboard.type('The old mole');
  await row(page, 'mole.png').getByLabel('Credit').fill('Dana');
  await expect(page.getByLabel('Write it into the 1 place that has none')).toBeChecked();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(row(page, 'mole.png').getByText('Saved, and written into 1 place')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Describe mole.png' })).toBeFocused();
  await expect(row(page, 'mole.png')).toContainText('Credit: Dana');
  await expect(editor(deck)).toContainText('![The old mole](assets/');

  await page
    .getByRole('navigation', { name: 'Show' })
    .getByRole('link', { name: /Without description/ })
    .click();
  await expect(row(page, 'mole.png')).toHaveCount(0);
  await page.getByLabel('Search in names').fill('nothing of that kind');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByText('No picture has “nothing of that kind”')).toBeVisible();
  await openPictures(page, call);

  const pier = /assets\/(\w{16})/.exec(
    (await row(page, 'pier.png').getByRole('link').first().getAttribute('href')) ?? '',
  );
  const dialog = page.getByRole('dialog', { name: 'Replace mole.png' });
  await page.getByRole('button', { name: 'Replace mole.png …' }).click();
  await expect(dialog.getByText('1 open deck shows it')).toBeVisible();
  await dialog.locator('label', { hasText: 'pier.png' }).click();
  await expect(dialog.getByRole('radio', { name: 'pier.png' })).toBeChecked();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Replace in 1 deck' }).click();
  await expect(row(page, 'mole.png').getByText('Replaced by pier.png in 1 deck.')).toBeVisible();
  await expect(editor(deck)).toContainText(`![The old mole](assets/${pier?.[1]}`);
  await expect(row(page, 'mole.png')).toContainText('Used nowhere now');
  await page.getByRole('button', { name: 'Undo replacing mole.png' }).click();
  await expect(row(page, 'mole.png').getByText('Taken back')).toBeVisible();
  await expect(editor(deck)).not.toContainText(`![The old mole](assets/${pier?.[1]}`);

  await page.getByRole('button', { name: 'Replace mole.png …' }).click();
  await dialog.locator('input[type=file]').setInputFiles(await pictureFile('quay.jpg', 120));
  await expect(dialog.getByRole('status')).toHaveText('quay.jpg is chosen');
  await dialog.getByRole('button', { name: 'Replace in 1 deck' }).click();
  await expect(row(page, 'mole.png').getByText('Replaced by quay.jpg in 1 deck.')).toBeVisible();
  await expect(editor(deck)).toContainText(/!\[The old mole\]\(assets\/\w{16}\.(?:jpg|webp)/);
});

test('at the width of a phone, by keyboard', async ({ ada: { page }, plenum }) => {
  const call = await importCall(plenum, 'Phone Pictures');
  await page.setViewportSize({ width: 390, height: 844 });
  await openPictures(page, call);
  await expect(page.getByText('This series has no pictures yet.')).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await bringTwo(page, call);
  await page.setViewportSize({ width: 390, height: 844 });
  await openPictures(page, call);
  await expectNoSideways(page);
  await expectAccessible(page);
  const describe = page.getByRole('button', { name: 'Describe pier.png' });
  await describe.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('A pier');
  await expectNoSideways(page);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(row(page, 'pier.png').getByText('Saved, and written into 1 place')).toBeVisible();
  await page.getByRole('button', { name: 'Replace pier.png …' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: 'mole.png' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('pictures on other servers: a deck follows what hosts choose without losing its editor, and copies are kept', async ({
  actor,
  plenum,
  elsewhere,
}) => {
  const { context, page } = await actor(/pictures\.invalid|ERR_NAME_NOT_RESOLVED/);
  await signIn(page);
  const call = await importCall(plenum, 'Foreign Quay');
  const deck = await context.newPage();
  await openDeck(deck, call);
  const lamp = `${elsewhere.origin}/lamp.png`;
  await typeAfter(deck, 'All lamps burn', `\n\n![Lamp](${lamp})\n\n![](https://pictures.invalid/gone.png)`);
  await expect(deck.locator('[data-save="safe"]')).toBeVisible();
  await expect(deck.locator('iframe').first()).toHaveAttribute('src', /own\.html/);

  await openPictures(page, call);
  await expect(page.getByRole('heading', { name: '2 pictures have no copy' })).toBeVisible();
  await page.getByRole('radio', { name: 'Show pictures from other servers as they are' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved')).toBeVisible();
  await expect(deck.locator('iframe').first()).toHaveAttribute('src', /foreign\.html/);
  // The editor is the same: the cursor stands where it stood.
  await deck.keyboard.type(' and goes on');
  await expect(editor(deck)).toContainText('gone.png) and goes on');
  await expect(shownSlide(deck).getByRole('heading', { name: 'Team Lights' })).toBeVisible();
  await page.getByRole('radio', { name: 'Show only pictures that Plenum keeps a copy of' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(deck.locator('iframe').first()).toHaveAttribute('src', /own\.html/);

  await page.getByRole('button', { name: 'Keep copies of all 2' }).click();
  await expect(page.getByText('1 copy kept, 1 could not be: each says why.')).toBeVisible();
  await expect(page.getByRole('heading', { name: '1 picture has no copy' })).toBeVisible();
  await expect(page.getByText('There is no server pictures.invalid')).toBeVisible();
  await expect(row(page, 'lamp.png')).toContainText(`Copied from ${lamp}`);
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSideways(page);
});
