import type { Page } from '@playwright/test';
import { editor, importCall, openDeck, shownSlide, typeAfter, type TestCall } from './harness/series.ts';
import { ADA, expect, expectAccessible, test } from './harness/scene.ts';

const PASSWORD = 'bollards-in-the-fog';

/** Opens a page and waits until it answers to presses. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'networkidle' });
}

/** Invites these people as a host; gives the paths of their links, in order. */
async function invite(host: Page, { series }: TestCall, people: string, role = 'Writer'): Promise<readonly string[]> {
  await open(host, `${series}/people`);
  await host.getByLabel('Whom?').fill(people);
  await host.getByLabel('As').first().selectOption(role);
  await host.getByRole('button', { name: 'Invite', exact: true }).click();
  const links = host.getByRole('status').getByText(/\/-\/invitation\//);
  await expect(links.first()).toBeVisible();
  return (await links.allInnerTexts()).map((address) => new URL(address.trim()).pathname);
}

/** Joins by a link, with a new account. */
async function join(page: Page, path: string, email: string): Promise<void> {
  await open(page, path);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
}

async function choose(page: Page, menu: string, item: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: menu }).click();
  await page.getByRole('menu').getByText(item).click();
}

test('people are invited in one go, join as who they were named, and come to their section', async ({
  ada,
  actor,
  plenum,
}) => {
  const call = await importCall(plenum, 'Invited Quay');
  const [path = ''] = await invite(ada.page, call, 'Ben Bollard <ben.quay@example.org>\n@cleo');
  await expectAccessible(ada.page);
  await open(ada.page, call.path);
  await choose(ada.page, 'What to do with Team Quay', 'Give to …');
  await ada.page.getByLabel('Somebody else').fill('Ben Bollard');
  await ada.page.getByRole('button', { name: 'Give', exact: true }).click();
  await expect(ada.page.getByText('Ben Bollard')).toBeVisible();

  const ben = await actor();
  await open(ben.page, path);
  await expect(ben.page).toHaveURL(/\/-\/join$/);
  await expect(ben.page.getByRole('heading', { level: 1 })).toHaveText('Join Invited Quay');
  await expectAccessible(ben.page);
  await ben.page.getByLabel('E-mail').fill('not an address');
  await ben.page.getByLabel('Password', { exact: true }).fill('aaaaaaaaaaaa');
  await ben.page.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(ben.page.getByText('Enter an e-mail address such as')).toBeVisible();
  await join(ben.page, path, 'ben.quay@example.org');
  await expect(ben.page).toHaveURL(new RegExp(`${call.path}/deck#`));
  await typeAfter(ben.page, 'The old one rests', '\n- Ben was here');
  await expect(ben.page.locator('[data-save="safe"]')).toBeVisible();
  await expect(shownSlide(ben.page).getByText('Ben was here')).toBeVisible();

  // Once only.
  const late = await actor();
  await open(late.page, path);
  await expect(late.page.getByText('This invitation does not work any more')).toBeVisible();
  await open(ada.page, `${call.series}/people`);
  await expect(ada.page.getByRole('list', { name: 'Members' }).getByText('Ben Bollard')).toBeVisible();
});

test('a member’s role is changed under their hands, and the last host cannot leave', async ({ ada, actor, plenum }) => {
  const call = await importCall(plenum, 'Roles Quay');
  const [path = ''] = await invite(ada.page, call, 'Dana Deck');
  const dana = await actor();
  await join(dana.page, path, 'dana@example.org');
  await openDeck(dana.page, call);
  await open(ada.page, `${call.series}/people`);
  await choose(ada.page, `What to do with ${ADA.name}`, 'Leave the series …');
  await ada.page.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(ada.page.getByText('This is the last host')).toBeVisible();
  await ada.page.getByLabel('Role of Dana Deck').selectOption('Reader');
  await expect(dana.page.getByText('Read only')).toBeVisible();
  await choose(ada.page, 'What to do with Dana Deck', 'Take out of the members …');
  await ada.page.getByRole('button', { name: 'Take out', exact: true }).click();
  await expect(ada.page.getByRole('list', { name: 'Members' }).getByText('Dana Deck')).toHaveCount(0);
  await open(ada.page, `${call.series}/log`);
  await expect(ada.page.getByText('took Dana Deck out of the members')).toBeVisible();
  await expectAccessible(ada.page);
});

test('a link to a section lets its holder write as its reporter, and whoever is not them gives a name', async ({
  ada,
  actor,
  plenum,
}) => {
  const call = await importCall(plenum, 'Section Quay');
  await open(ada.page, call.path);
  await choose(ada.page, 'What to do with Team Quay', 'Give to …');
  await ada.page.getByLabel('Somebody else').fill('Eli');
  await ada.page.getByRole('button', { name: 'Give', exact: true }).click();
  await choose(ada.page, 'What to do with Team Quay', 'Link to write this …');
  const address = await ada.page
    .getByRole('dialog')
    .getByText(/\/-\/link\//)
    .innerText();
  const eli = await actor();
  await open(eli.page, new URL(address).pathname);
  await expect(eli.page).toHaveURL(new RegExp(`${call.path}/deck#`));
  await expect(eli.page.getByText('Writing as Eli')).toBeVisible();
  await expect(eli.page.locator('[data-save="safe"]')).toBeVisible();
  await typeAfter(eli.page, 'The old one rests', '\n- Eli was here');
  await expectAccessible(eli.page);
  await openDeck(ada.page, call);
  await expect(editor(ada.page)).toContainText('Eli was here');
  await expect(ada.page.getByRole('list', { name: 'Here now' }).getByText('Eli')).toBeVisible();

  await eli.page.getByRole('link', { name: 'not you?' }).click();
  await eli.page.getByLabel('Your name').fill('Not Eli');
  await eli.page.getByRole('button', { name: 'Go on' }).click();
  await expect(eli.page).toHaveURL(new RegExp(`${call.path}/deck`));
  await expect(eli.page.getByText('Writing as')).toHaveCount(0);
  await expect(ada.page.getByRole('list', { name: 'Here now' }).getByText('Not Eli')).toBeVisible();

  // One is put out, by name; then the deck is locked for everybody who is no member.
  await choose(ada.page, 'Who may write', 'Put Not Eli out …');
  await ada.page.getByRole('button', { name: 'Put out', exact: true }).click();
  await expect(eli.page.getByText('Read only', { exact: true })).toBeVisible();
  await choose(ada.page, 'Who may write', 'Lock: only members write');
  await ada.page.getByRole('button', { name: 'Lock the deck' }).click();
  await expect(ada.page.getByText('locked this deck')).toBeVisible();
  await expectAccessible(ada.page);
  await ada.page.getByRole('status').getByRole('button', { name: 'Unlock' }).click();
  await expect(ada.page.getByText('locked this deck')).toHaveCount(0);
});

test('a link that is ended closes open pages with a sentence', async ({ ada, actor, plenum }) => {
  const call = await importCall(plenum, 'Ended Quay');
  await open(ada.page, `${call.series}/people`);
  const part = ada.page.locator('section', { has: ada.page.getByRole('heading', { name: 'Links' }) });
  await part.getByLabel('What is it for?').fill('Guests');
  await part.getByLabel('Until').selectOption('tomorrow');
  await part.getByRole('button', { name: 'Make a link' }).click();
  const path = new URL(await part.getByText(/\/-\/link\//).innerText()).pathname;
  await open(ada.page, `${call.series}/people`);
  await ada.page.getByRole('radio', { name: 'Members' }).first().click();
  await ada.page.getByRole('button', { name: 'Keep this' }).click();
  await expect(ada.page.getByText('Kept. It holds from now on')).toBeVisible();

  const gus = await actor();
  await open(gus.page, path);
  await gus.page.getByLabel('Your name').fill('Gus');
  await gus.page.getByRole('button', { name: 'Go on' }).click();
  await expect(gus.page.locator('[data-save="safe"]')).toBeVisible();
  await ada.page.getByRole('listitem').filter({ hasText: 'Guests' }).getByRole('button', { name: 'End' }).click();
  await ada.page.getByRole('alertdialog').getByRole('button', { name: 'End' }).click();
  await expect(gus.page.getByText('You may no longer open this deck.')).toBeVisible();
});

test('a person changes their profile, takes their data along, and deletes their account', async ({
  ada,
  actor,
  plenum,
}) => {
  const call = await importCall(plenum, 'Own Quay');
  const [path = ''] = await invite(ada.page, call, 'Fay Fender');
  const fay = await actor();
  await join(fay.page, path, 'fay@example.org');
  await fay.page.waitForURL(/deck/);
  await open(fay.page, '/-/profile');
  await expectAccessible(fay.page);
  await fay.page.getByLabel('Your name').first().fill('\u202EyaF');
  await fay.page.getByRole('button', { name: 'Keep this' }).click();
  await expect(fay.page.getByText('A name cannot have invisible characters.')).toBeVisible();
  await fay.page.getByLabel('Your name').first().fill('Fay F.');
  await fay.page.getByRole('button', { name: 'Keep this' }).click();
  await expect(fay.page.getByText('Kept. Pages that are open show it')).toBeVisible();
  const [download] = await Promise.all([
    fay.page.waitForEvent('download'),
    fay.page.getByRole('link', { name: 'Download your data' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('plenum-own-data.json');
  await open(fay.page, '/-/sections');
  await expectAccessible(fay.page);

  await open(fay.page, '/-/profile');
  await fay.page.getByText('Delete your account', { exact: true }).last().click();
  await fay.page.getByLabel('Type your name').fill('Fay F.');
  await fay.page.getByRole('button', { name: 'Delete my account' }).click();
  await expect(fay.page.getByRole('link', { name: 'Sign in' })).toBeVisible();
  await open(ada.page, `${call.series}/people`);
  await expect(ada.page.getByText('Fay')).toHaveCount(0);
});

test('an admin disables somebody, who is out at once, and sees what goes on', async ({ ada, actor, plenum }) => {
  const call = await importCall(plenum, 'Admin Quay');
  const [path = ''] = await invite(ada.page, call, 'Hal Hawser', 'Host');
  const hal = await actor();
  await join(hal.page, path, 'hal@example.org');
  await hal.page.waitForURL(/deck/);
  await open(hal.page, `${call.series}/people`);
  const part = hal.page.locator('section', { has: hal.page.getByRole('heading', { name: 'Links' }) });
  await part.getByLabel('What is it for?').fill('Hal made this');
  await part.getByRole('button', { name: 'Make a link' }).click();
  await expect(part.getByText(/\/-\/link\//)).toBeVisible();
  await openDeck(hal.page, call);

  await open(ada.page, '/-/admin');
  await expectAccessible(ada.page);
  await ada.page.getByRole('link', { name: 'Hal Hawser' }).click();
  await expect(ada.page.getByText('link: Hal made this')).toBeVisible();
  await expect(ada.page.getByText('1 session')).toBeVisible();
  await expectAccessible(ada.page);
  await ada.page.getByRole('button', { name: 'Disable …' }).click();
  await ada.page.getByRole('alertdialog').getByRole('button', { name: 'Disable' }).click();
  await expect(ada.page.getByRole('button', { name: 'Enable again' })).toBeVisible();
  await expect(hal.page.getByText('Read only', { exact: true })).toBeVisible();
  await expect(hal.page.getByRole('list', { name: 'Here now' }).getByText('Hal')).toHaveCount(0);
  await open(hal.page, `${call.series}/people`);
  await expect(hal.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});
