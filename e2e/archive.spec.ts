import path from 'node:path';
import { expect, expectAccessible, test } from './harness/scene.ts';

const FIXTURES = path.resolve(import.meta.dirname, 'fixtures');

test('an archive is read by year, by team and by what changed, without scripts and on a phone too', async ({
  ada: { page },
  browser,
  plenum,
}) => {
  await plenum.cli(
    'import',
    path.join(FIXTURES, 'teams'),
    '--series',
    'Old Quay',
    '--as',
    'record',
    '--read',
    'public',
  );
  await page.goto('/old-quay/teams', { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: /^Accept \d+ teams? and \d+ topics?$/ }).click();
  await expect(page.getByText('Accepted.')).toBeVisible();

  await page.goto('/old-quay/archive');
  await expect(page.getByText('3 calls on record')).toBeVisible();
  const calls = page.getByRole('region', { name: '2024' }).getByRole('listitem');
  await expect(calls).toHaveCount(3);
  await expect(calls.first()).toContainText('21 Nov');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Who reported when in 2024' }).click();

  // A cell says in words what its bar shows, and leads to what was said.
  const quay = page.getByRole('row', { name: /^Team Quay/ });
  await expect(quay.getByRole('cell')).toHaveCount(4);
  await expectAccessible(page);
  await quay.getByRole('link', { name: /^Team Quay, 21 Nov/ }).click();
  await expect(page).toHaveURL(/\/old-quay\/2024-11-21\//);
  await page.goBack();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
  await quay.getByRole('link', { name: 'Team Quay', exact: true }).click();

  await expect(page.getByText('Reported in 3 of 3 calls since its first report.')).toBeVisible();
  const reports = page.getByRole('listitem').filter({ hasText: /Nov 2024/ });
  // The newest stands open; what changed opens below each.
  await expect(reports.first().getByRole('link', { name: 'Open in the record' })).toBeVisible();
  await reports
    .first()
    .getByText(/since .* Nov/)
    .click();
  await expect(reports.first().getByText('Changed', { exact: true }).first()).toBeVisible();
  await expectAccessible(page);

  const plain = await browser.newContext({ baseURL: plenum.url, javaScriptEnabled: false });
  const outside = await plain.newPage();
  await outside.goto('/old-quay/archive/since?date=2024-11-20');
  await expect(outside.getByRole('heading', { level: 2, name: 'Team Quay' })).toBeVisible();
  await expect(outside.getByText(/against .* 14 Nov/).first()).toBeVisible();
  await outside.getByLabel('Since').fill('2024-12-01');
  await outside.getByRole('button', { name: 'Show' }).click();
  await expect(outside.getByText('Not heard of since; last on Thu 21 Nov 2024.').first()).toBeVisible();
  await outside.goto('/old-quay/archive/since?date=tomorrow');
  await expect(outside.getByText('Please choose a day, such as 2024-03-01.')).toBeVisible();
  await outside.goto('/old-quay/archive');
  await expect(outside.getByRole('region', { name: '2024' }).getByRole('listitem')).toHaveCount(3);
  await plain.close();
});
