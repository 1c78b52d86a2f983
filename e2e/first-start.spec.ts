import { test as base } from '@playwright/test';
import { Plenum } from './harness/plenum.ts';
import { expect, expectAccessible } from './harness/scene.ts';

// Point 1: nothing configured, a link that makes the first account, no default password.
base('the first start prints a link that makes the first account, until there is one', async ({ browser }) => {
  const plenum = await Plenum.start();
  const setup = plenum.setupPath;
  expect(setup).not.toBeNull();
  await plenum.end('SIGTERM');
  await plenum.startAgain();
  expect(plenum.setupPath).toBe(setup);

  const context = await browser.newContext({ baseURL: plenum.url });
  const page = await context.newPage();
  await page.goto('/-/setup/not-the-token');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('no longer good');

  await page.goto(String(setup));
  await expectAccessible(page);
  await page.getByLabel('Your name').fill('Ada Harbour');
  await page.getByLabel('E-mail').fill('ada@example.org');
  await page.getByLabel('Password', { exact: true }).fill('short');
  await page.getByRole('button', { name: 'Make the account' }).click();
  await expect(page.getByText('at least 10 characters').first()).toBeVisible();
  await expect(page.getByLabel('Your name')).toHaveValue('Ada Harbour');
  await page.getByLabel('Password', { exact: true }).fill('harbour-lights');
  await page.getByRole('button', { name: 'Make the account' }).click();

  await expect(page.getByRole('heading', { name: 'Begin with one of these' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2 }) })).toHaveCount(3);
  await expectAccessible(page);

  await page.goto(String(setup));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('no longer good');
  await context.close();

  await plenum.end('SIGTERM');
  await plenum.startAgain();
  expect(plenum.setupPath).toBeNull();
  await plenum.dispose();
});
