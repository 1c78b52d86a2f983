import type { Page } from '@playwright/test';
import type { Actor } from './harness/scene.ts';
import { expect, expectAccessible, test } from './harness/scene.ts';
import { editor, importCall, openDeck, typeAfter, type TestCall } from './harness/series.ts';

/** Lets somebody without an account write, and shows them the deck. */
async function writeByLink(host: Page, guest: Page, call: TestCall): Promise<void> {
  await host.goto(`${call.series}/people`);
  await host.getByLabel('What is it for?').last().fill('Team leads');
  await host.getByRole('button', { name: 'Make a link' }).click();
  await guest.goto(new URL(await host.getByText(/\/-\/link\//).innerText()).pathname);
  await guest.getByLabel('Your name').fill('Ben Bollard');
  await guest.getByRole('button', { name: 'Go on' }).click();
  await expect(guest).toHaveURL(new RegExp(`${call.path}/deck$`));
}

/** Ada, the host, and Ben, who came by a link, in one deck. */
async function bothWrite(ada: Actor, ben: Actor, call: TestCall): Promise<void> {
  await writeByLink(ada.page, ben.page, call);
  await Promise.all([openDeck(ada.page, call), openDeck(ben.page, call)]);
}

/** Takes out all that stands under the heading of Team Quay, with one key. */
async function takeOutQuay(page: Page): Promise<void> {
  const line = (text: string) => page.locator('.cm-line', { hasText: text }).first();
  await line('Report by @quinn').click();
  await page.keyboard.press('Home');
  await line('The old one rests').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('Delete');
}

const line = (page: Page) => page.getByRole('status').filter({ hasText: 'removed most of' });
const undo = (page: Page) => line(page).getByRole('button', { name: 'Undo' });

test('who destroys a section is named to everybody who writes, and one press brings it back', async ({
  ada,
  actor,
  plenum,
}) => {
  const [call, ben] = [await importCall(plenum, 'Quay Gone'), await actor()];
  await bothWrite(ada, ben, call);
  const before = await plenum.cli('text', call.deckId);
  await takeOutQuay(ben.page);
  await expect(line(ada.page)).toContainText('Ben Bollard removed most of Team Quay.');
  await expect(line(ben.page)).toContainText('You removed most of Team Quay.');
  await expect(editor(ada.page)).not.toContainText('The new crane lifts');
  await expectAccessible(ada.page);
  // Meanwhile others go on.
  await typeAfter(ada.page, 'All lamps burn', ' brightly');

  await undo(ada.page).click();
  for (const { page } of [ada, ben]) {
    await expect(editor(page)).toContainText('The new crane lifts');
    await expect(line(page)).toHaveCount(0);
  }
  await expect
    .poll(() => plenum.cli('text', call.deckId))
    .toBe(before.replace('All lamps burn', 'All lamps burn brightly'));
});

test('the line goes when who took it out brings it back; a guest brings back what the host took out of the whole deck', async ({
  ada,
  actor,
  plenum,
}) => {
  const [call, ben] = [await importCall(plenum, 'Deck Gone'), await actor()];
  await bothWrite(ada, ben, call);
  const before = await plenum.cli('text', call.deckId);
  await takeOutQuay(ben.page);
  await expect(line(ada.page)).toBeVisible();
  await ben.page.keyboard.press('ControlOrMeta+z');
  for (const { page } of [ada, ben]) await expect(line(page)).toHaveCount(0);
  await expect(editor(ada.page)).toContainText('The new crane lifts');

  await editor(ada.page).click();
  await ada.page.keyboard.press('ControlOrMeta+a');
  await ada.page.keyboard.press('Delete');
  await expect(line(ada.page)).toContainText('You removed most of this deck.');
  await expect(line(ben.page)).toContainText('Ada Harbour removed most of this deck.');
  await undo(ben.page).click();
  await expect(editor(ada.page)).toContainText('The new crane lifts');
  await expect(line(ada.page)).toHaveCount(0);
  await expect.poll(() => plenum.cli('text', call.deckId)).toBe(before);
});

test('on a phone the line stands under the text, and is put away with the keyboard going on there', async ({
  ada: { page },
  plenum,
}) => {
  const call = await importCall(plenum, 'Quay On A Phone');
  await page.setViewportSize({ width: 390, height: 844 });
  await openDeck(page, call);
  await takeOutQuay(page);
  await expect(line(page)).toBeVisible();
  const [text, under] = await Promise.all([page.locator('.cm-scroller').boundingBox(), line(page).boundingBox()]);
  expect((text?.y ?? 0) + (text?.height ?? 0)).toBeLessThanOrEqual(Math.ceil(under?.y ?? 0));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expectAccessible(page);
  await undo(page).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(line(page)).toHaveCount(0);
  await expect(editor(page)).toBeFocused();
});
