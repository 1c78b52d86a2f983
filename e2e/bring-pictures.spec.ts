import type { Locator, Page } from '@playwright/test';
import { giveFiles, pictureFile } from './harness/pictures.ts';
import { expect, expectAccessible, signIn, test } from './harness/scene.ts';
import { editor, importCall, openDeck, shownSlide, typeAfter } from './harness/series.ts';

const TEXT = '.cm-content';
const REFERENCE = /!\[\]\(assets\/[0-9a-z]{16}\.(?:jpg|webp|png)\)/;

const incoming = (page: Page) => page.getByRole('region', { name: 'Pictures that come in' });

/** Whether the first picture of a slide has been drawn. */
async function expectDrawn(slide: Locator): Promise<void> {
  await expect
    .poll(() =>
      slide
        .locator('img')
        .first()
        .evaluate((img) => (img as HTMLImageElement).naturalWidth),
    )
    .toBeGreaterThan(0);
}

test('a pasted photo is shown to everybody, described once, and known the next time', async ({
  ada,
  actor,
  plenum,
}) => {
  const call = await importCall(plenum, 'Paste Call');
  const { page } = ada;
  const other = await actor();
  await signIn(other.page);
  await openDeck(page, call);
  await openDeck(other.page, call);
  await typeAfter(page, 'All lamps burn', ' ');
  await other.page.locator('.cm-line', { hasText: 'All lamps burn' }).click();
  const photo = await pictureFile('mole.jpg', 200, 2400, 1600);
  await giveFiles(page, { how: 'paste', selector: TEXT }, [photo]);

  await expect(editor(page)).toContainText(REFERENCE);
  await expectDrawn(shownSlide(page));
  await expectDrawn(shownSlide(other.page));
  await expect(page.getByText('mole.jpg is in the text.')).toBeAttached();
  await expectAccessible(page);
  await incoming(page).getByLabel('What does mole.jpg show?').fill('The mole [at dawn]');
  await incoming(page).getByRole('button', { name: 'Save' }).click();
  await expect(editor(page)).toContainText('![The mole \\[at dawn\\]](assets/');
  await expect(shownSlide(other.page).getByRole('img', { name: 'The mole [at dawn]' })).toBeVisible();
  await expect(incoming(page)).toBeHidden();

  // One step takes back the description, another the picture; then the same file comes in again.
  await page.locator('.cm-line', { hasText: 'All lamps burn' }).click();
  await page.keyboard.press('Control+z');
  await expect(editor(page)).toContainText(REFERENCE);
  await page.keyboard.press('Control+z');
  await expect(editor(page)).not.toContainText('assets/');
  await giveFiles(page, { how: 'paste', selector: TEXT }, [photo]);
  await expect(editor(page)).toContainText('![The mole \\[at dawn\\]](assets/');
  await expect(incoming(page)).toBeHidden();
});

test('several come in where they are dropped; what is no picture says what to do instead', async ({ ada, plenum }) => {
  const call = await importCall(plenum, 'Drop Call');
  const { page } = ada;
  await openDeck(page, call);
  await typeAfter(page, 'All lamps burn', '');
  // Beside the text, where a browser would open them in place of the page.
  await giveFiles(page, { how: 'drop', selector: 'header' }, [
    await pictureFile('one.png', 10),
    await pictureFile('two.png', 90),
    { name: 'agenda.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') },
    { name: 'talk.mp4', mimeType: 'video/mp4', buffer: Buffer.from('film') },
    { name: 'huge.png', mimeType: 'image/png', buffer: Buffer.alloc(20_000_001) },
    { name: 'words.png', mimeType: 'image/png', buffer: Buffer.from('no picture at all') },
  ]);
  await expect(shownSlide(page).locator('img')).toHaveCount(2);
  const list = incoming(page);
  await expect(list).toContainText('A PDF is no picture.');
  await expect(list).toContainText('Plenum keeps no films.');
  await expect(list).toContainText('A picture may have 20 MB; this one has more.');
  await expect(list.getByRole('listitem').filter({ hasText: 'words.png' }).getByRole('alert')).toContainText('picture');
  await expectAccessible(page);
  await list.getByRole('button', { name: 'Write a card instead: agenda.pdf' }).click();
  await expect(editor(page)).toContainText('{%pdf https:// %}');
  await expect(editor(page)).not.toContainText('words.png');
});

test('what is broken off or breaks leaves nothing in the text, and is tried again', async ({
  ada: { context },
  actor,
  plenum,
}) => {
  const call = await importCall(plenum, 'Broken Call');
  const { page } = await actor(/ERR_FAILED|ERR_CONNECTION|Failed to load resource/);
  await page.context().addCookies(await context.cookies());
  await openDeck(page, call);
  const before = await editor(page).textContent();
  const held = Promise.withResolvers<undefined>();
  await page.route('**/api/assets?*', async (route) => {
    await held.promise;
    await route.abort('failed');
  });
  await typeAfter(page, 'All lamps burn', '');
  await giveFiles(page, { how: 'paste', selector: TEXT }, [await pictureFile('gone.png', 10)]);
  await expect(page.locator('.cm-incoming-picture')).toContainText('gone.png');
  await incoming(page).getByRole('button', { name: 'Cancel gone.png' }).click();
  await expect(page.locator('.cm-incoming-picture')).toBeHidden();

  await giveFiles(page, { how: 'paste', selector: TEXT }, [await pictureFile('kept.png', 100)]);
  await expect(incoming(page)).toContainText('kept.png');
  held.resolve(undefined);
  await expect(incoming(page).getByRole('alert')).toContainText('No connection: nothing was kept.');
  expect(await editor(page).textContent()).toBe(before);
  await page.unroute('**/api/assets?*');
  await incoming(page).getByRole('button', { name: 'Try again: kept.png' }).click();
  await expect(editor(page)).toContainText(REFERENCE);
});

test('by keyboard alone, at the width of a phone', async ({ ada: { page }, plenum }) => {
  const call = await importCall(plenum, 'Phone Picture Call');
  await page.setViewportSize({ width: 390, height: 780 });
  await openDeck(page, call);
  await typeAfter(page, 'All lamps burn', '');
  // Asked for in good time: the browser has to be told that the dialog is for us.
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Escape');
  const button = page.getByRole('button', { name: 'Picture', exact: true });
  for (let tabs = 0; tabs < 40 && !(await isFocused(button)); tabs++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Choose pictures' })).toBeFocused();
  await page.keyboard.press('Enter');
  await (await chooser).setFiles([await pictureFile('phone.jpg', 300)]);
  await expect(editor(page)).toContainText(REFERENCE);
  await page.keyboard.press('Alt+i');
  await expect(incoming(page).getByLabel('What does phone.jpg show?')).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type('A phone');
  await page.keyboard.press('Enter');
  await expect(editor(page)).toContainText('![A phone](assets/');
  await expect(incoming(page)).toBeHidden();
});

async function isFocused(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element === document.activeElement);
}

test('a call opens with its title picture, with credit, in the deck, on the stage and in the record', async ({
  ada: { page },
  actor,
  plenum,
}) => {
  const call = await importCall(plenum, 'Title Call');
  const other = await actor();
  await other.page.goto(`${call.path}/deck`);
  await page.goto(call.path);
  await page.getByRole('button', { name: 'Title picture' }).click();
  const dialog = page.getByRole('dialog', { name: 'Title picture' });
  await dialog.getByTestId('title-picture-file').setInputFiles([await pictureFile('dawn.jpg', 20, 1600, 1200)]);
  await expect(dialog.getByRole('radio', { name: 'dawn.jpg' })).toBeChecked();
  await dialog.getByLabel('Credit').fill('Nell Named');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();

  // Whoever has the deck open sees it at once.
  const background = (at: Page) =>
    at.frameLocator('iframe >> nth=0').locator('.backgrounds > .present > .slide-background-content');
  await other.page.locator('.cm-line', { hasText: '# Harbour' }).first().click();
  await expect(background(other.page)).toHaveAttribute('style', /\/assets\/[0-9a-z]{16}\.jpg/);
  await expect(shownSlide(other.page)).toContainText('Picture: Nell Named');
  await expect(editor(other.page)).not.toContainText('assets/');

  await page.goto(`${call.path}/present`);
  await page.getByRole('button', { name: 'Start the call' }).click();
  await expect(page.getByText('You present')).toBeVisible();
  await expect(background(page)).toHaveAttribute('style', /\/assets\//);
  await page.goto(call.path);
  await page.getByRole('button', { name: 'End the call' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'End the call' }).click();
  await page.getByRole('link', { name: 'Slides', exact: true }).click();
  await expect(background(page)).toHaveAttribute('style', /\/assets\//);
});
