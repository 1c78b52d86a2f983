import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pictureFile } from './harness/pictures.ts';
import { rawZip } from './harness/raw-zip.ts';
import { decksOf } from './harness/series.ts';
import { expect, expectAccessible, test } from './harness/scene.ts';

const SHARED = process.env['PLENUM_SHARED'] ?? path.resolve(import.meta.dirname, '../../shared');
const SEEDS = path.join(SHARED, 'corpus/seeds');
const CALLS = path.join(SHARED, 'corpus/community-call');

// Point 2: the second door, on the five seeds and on the folder with its pictures.
test('decks are imported in the browser, looked at in one table, changed, and reported', async ({
  ada: { page },
  plenum,
}) => {
  test.skip(!existsSync(SEEDS), `no corpus at ${SEEDS}`);
  await page.goto('/-/import');
  await expectAccessible(page);
  await page.getByTestId('import-files').setInputFiles(readdirSync(SEEDS).map((name) => path.join(SEEDS, name)));
  await expect(page.getByText('5 texts')).toBeVisible();
  await page.getByLabel('Name of the new series').fill('Seeds');
  await page.getByRole('button', { name: 'Read the files' }).click();

  const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader') });
  await expect(rows).toHaveCount(5);
  const dates = page.getByLabel(/^Date of /);
  await expect(dates.nth(0)).toHaveValue('2024-05-02');
  await expect(dates.nth(4)).toHaveValue('2024-12-12');
  expect((await decksOf(plenum)).filter(({ series }) => series === 'seeds')).toHaveLength(0);
  await expectAccessible(page);

  await page
    .getByLabel(/^What .* becomes$/)
    .nth(4)
    .selectOption({ label: 'Coming call' });
  await page
    .getByLabel(/^Title of /)
    .nth(0)
    .fill('The call in May');
  await page
    .getByLabel(/^Mend \d+ doubly/)
    .first()
    .check();
  await page.getByRole('button', { name: 'Import 5 files' }).click();
  await expect(page.getByRole('heading', { name: 'What came in' })).toBeVisible();
  await expect(page.getByText('5 files came in')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Open the series' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Seeds' })).toBeVisible();
  await page.goto('/seeds/archive');
  await expect(page.getByText('The call in May')).toBeVisible();
  await expect(page.getByRole('heading', { name: '2024' })).toBeVisible();
  expect((await decksOf(plenum)).filter(({ series }) => series === 'seeds').map(({ state }) => state)).toContain(
    'planned',
  );
});

// Point 5: an archive, its links and old addresses, left and come back to, and taken back as a whole.
test('an archive is read, left, come back to, brought in, found at its old addresses, and undone', async ({
  ada: { page },
}) => {
  const archive = rawZip([
    { name: 'calls/harbour-call.md', bytes: '# Harbour call 2025-01-09\n\n---\n\n# Pier\n\n![](quay.png)\n' },
    { name: 'calls/2025-01-16.md', bytes: '# Next\n\n[last](./harbour-call.md)\n\n---\n\n# Pier\n' },
    { name: 'calls/quay.png', bytes: (await pictureFile('quay.png', 40)).buffer },
    { name: '../../etc/evil.md', bytes: '# Evil\n' },
  ]);
  await page.goto('/-/import');
  const files = page.getByTestId('import-files');
  await files.setInputFiles({ name: 'calls.zip', mimeType: 'application/zip', buffer: Buffer.from('PK no archive') });
  await page.getByLabel('Name of the new series').fill('Archive');
  await page.getByRole('button', { name: 'Read the files' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'This is no zip archive' })).toBeVisible();
  await page.getByRole('button', { name: 'Choose anew' }).click();
  await files.setInputFiles({ name: 'calls.zip', mimeType: 'application/zip', buffer: archive });
  await page.getByRole('button', { name: 'Read the files' }).click();
  await expect(page.getByText('2 texts were read, 1 picture came along.')).toBeVisible();
  await expect(page.getByText('1 link to another of these decks')).toBeVisible();
  await expect(page.getByText('../../etc/evil.md: The name of this file leads out')).toBeVisible();

  await page.goto('/-/import');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'calls.zip' }).first().click();
  await page.getByRole('button', { name: 'Import 2 files' }).click();
  await expect(page.getByText('2 files came in')).toBeVisible();
  await page.goto('/archive/2025-01-16');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  const old = async (at: string) => {
    const answer = await page.request.get(at, { maxRedirects: 0 });
    return [answer.status(), answer.headers()['location'] ?? ''];
  };
  for (const at of ['/harbour-call', '/s/harbour-call', '/p/harbour-call'])
    expect(await old(at)).toEqual([308, '/archive/2025-01-09']);
  expect(await old('/uploads/quay.png')).toEqual([308, expect.stringMatching(/^\/assets\//)]);
  expect((await old('/no-such-note'))[0]).toBe(404);
  expect((await old('/archive'))[0]).toBe(200);

  await page.goto('/-/import');
  await page.getByRole('link', { name: 'calls.zip' }).first().click();
  const map = await page.request.get(
    (await page.getByRole('link', { name: 'Map for nginx' }).getAttribute('href')) ?? '',
  );
  expect(await map.text()).toContain('"/s/harbour-call" "');
  await page.getByRole('button', { name: 'Undo this import' }).click();
  await page.getByRole('button', { name: 'Undo it' }).click();
  await expect(page.getByText('2 calls and templates went. The series that was made for it went too.')).toBeVisible();
  await expectAccessible(page);
  expect((await old('/harbour-call'))[0]).toBe(404);
  expect((await old('/archive'))[0]).toBe(404);
});

test('a folder comes in from the shell, with its pictures, and again changes nothing', async ({
  ada: { page },
  plenum,
}) => {
  test.skip(!existsSync(CALLS), `no corpus at ${CALLS}`);
  const first = await plenum.cli('import', CALLS, '--series', 'Corpus', '--as', 'auto', '--read', 'public');
  const again = await plenum.cli('import', CALLS, '--series', 'Corpus', '--as', 'auto', '--read', 'public');
  expect(first).not.toBe(again);
  await page.goto('/corpus/archive');
  await expect(page.getByRole('heading', { name: '2023' })).toBeVisible();
  const calls = page
    .getByRole('main')
    .getByRole('link')
    .filter({ hasText: /2023|Community Call/i });
  expect(await calls.count()).toBeGreaterThan(30);

  await page.goto('/corpus/2023-11-23?as=slides');
  const stage = page.frameLocator('iframe').first();
  await expect(stage.locator('section.present').first()).toBeVisible();
  await expect
    .poll(() =>
      stage
        .locator('img')
        .evaluateAll((images) => images.some((image) => image instanceof HTMLImageElement && image.naturalWidth > 0)),
    )
    .toBe(true);
});
