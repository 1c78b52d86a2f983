import type { Page } from '@playwright/test';
import { editor, importCall, openDeck, typeAfter } from './harness/series.ts';
import { ADA, expect, expectAccessible, signIn, test } from './harness/scene.ts';

// That nothing is there any more Chromium notes itself, and the closed socket too.
const GONE = /404/;
const SENTENCE = {
  call: new RegExp(`This call was deleted by ${ADA.name} on .+\\. Its hosts can bring it back until .+\\.`),
  series: new RegExp(`This series was deleted by ${ADA.name} on .+\\. Its hosts can bring it back until .+\\.`),
};

/** Opens a page and waits until it answers to presses. */
async function open(page: Page, address: string): Promise<number> {
  return (await page.goto(address, { waitUntil: 'networkidle' }))?.status() ?? 0;
}

/** As wide as the phone and no wider. */
async function expectNoSideways(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

test('a call is deleted under who reads it, says so at each of its addresses, and comes back as it was', async ({
  actor,
  plenum,
}) => {
  const [{ page: ada }, { page: ben }] = [await actor(GONE), await actor(GONE)];
  await signIn(ada);
  const call = await importCall(plenum, 'Bin Quay');
  await openDeck(ada, call);
  await typeAfter(ada, 'The old one rests', '\n- Kept in the bin');
  await expect(ada.locator('[data-save="safe"]')).toBeVisible();
  await open(ben, call.path);
  await expect(ben.getByRole('button', { name: 'More about this call' })).toHaveCount(0);
  await openDeck(ben, call);

  await open(ada, call.path);
  await ada.getByRole('button', { name: 'More about this call' }).click();
  await ada.getByRole('menuitem', { name: 'Delete the call' }).click();
  await expect(ada.getByText(SENTENCE.call)).toBeVisible();
  await expect(ada).toHaveTitle(/^Deleted call/);
  await expectAccessible(ada);
  // Ben's deck learns it by itself, and offers him no way back.
  await expect(ben.getByText(SENTENCE.call)).toBeVisible();
  await expect(ben.getByRole('button', { name: 'Bring it back' })).toHaveCount(0);
  expect(await open(ben, call.path)).toBe(404);
  await expect(ben.getByText(SENTENCE.call)).toBeVisible();

  await ada.setViewportSize({ width: 390, height: 844 });
  await open(ada, `${call.series}/bin`);
  await expect(ada.getByRole('list', { name: 'Bin' }).getByText('30 days left')).toBeVisible();
  await expectAccessible(ada);
  await expectNoSideways(ada);
  // By a link within the site: the page is made for the address that was gone on to.
  await ada.getByRole('list', { name: 'Bin' }).getByRole('link').click();
  await expect(ada.getByText(SENTENCE.call)).toBeVisible();
  await expectNoSideways(ada);
  await ada.getByRole('button', { name: 'Bring it back' }).click();
  await expect(ada.getByRole('link', { name: 'Open deck' })).toBeVisible();
  await openDeck(ada, call);
  await expect(editor(ada)).toContainText('Kept in the bin');
  await open(ada, `${call.series}/bin`);
  await expect(ada.getByText('No call of this series is in the bin.')).toBeVisible();
});

test('a series is deleted once its name is typed, its links say so, and it comes back from the bin', async ({
  actor,
  plenum,
}) => {
  const [{ page: ada }, { page: ben }] = [await actor(GONE), await actor(GONE)];
  await signIn(ada);
  const call = await importCall(plenum, 'Gone Quay');
  await open(ada, `${call.series}/people`);
  const submit = ada.getByRole('button', { name: 'Delete the series' });
  await ada.getByText('Delete this series').click();
  await ada.getByLabel('To delete it, type its name: Gone Quay').fill('Gone');
  await submit.click();
  await expect(ada.getByText('That is not its name.')).toBeVisible();
  await expectAccessible(ada);
  await ada.getByLabel('To delete it, type its name: Gone Quay').fill('Gone Quay');
  await submit.click();
  await expect(ada).toHaveURL(/\/-\/bin$/);
  await expect(ada.getByRole('list', { name: 'Bin' }).getByText('Gone Quay')).toBeVisible();
  await expectAccessible(ada);

  for (const address of [call.series, `${call.path}/deck`]) {
    expect(await open(ben, address)).toBe(404);
    await expect(ben.getByText(SENTENCE.series)).toBeVisible();
  }
  expect(await open(ben, '/no-such-quay')).toBe(404);
  await expect(ben.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();

  await open(ada, '/');
  await ada.getByRole('link', { name: '1 series in the bin' }).click();
  await ada.getByRole('button', { name: 'Bring it back: Gone Quay' }).click();
  await expect(ada.getByText('No series of yours is in the bin.')).toBeVisible();
  expect(await open(ben, call.series)).toBe(200);
});
