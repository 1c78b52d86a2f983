import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';

import { expect, expectAccessible, test } from './harness/scene.ts';

const RECORD = path.resolve(import.meta.dirname, 'fixtures/2026-12-17.md');

test('a host lets the records of a series be kept in git: on this server, then elsewhere with a deploy key', async ({
  ada: { page },
  plenum,
}) => {
  await plenum.cli('import', RECORD, '--series', 'Kept In Git', '--as', 'record', '--read', 'members');
  await page.goto('/kept-in-git/people');
  await page.getByRole('link', { name: 'Git mirror' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Git mirror' })).toBeVisible();
  await expect(page.getByText('Whoever can read the repository reads them too.')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('radio', { name: /On this server/ }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  const state = page.locator('dl').first();
  await expect(state).toContainText('Up to date', { timeout: 20_000 });
  await expect(state).toContainText('kept-in-git.git');
  const folder = /\/\S+kept-in-git\.git/.exec(await state.innerText())?.[0] ?? '';
  expect(readdirSync(folder)).toContain('HEAD');
  const log = execFileSync('git', ['--git-dir', folder, 'log', '--format=%s', '--name-only', 'main'], {
    encoding: 'utf8',
  });
  expect(log).toContain('(2026-12-17)');
  expect(log).toContain('2026/2026-12-17.md');
  await expectAccessible(page);

  await page.getByRole('radio', { name: /Elsewhere/ }).click();
  await page.getByLabel('Address').fill('https://127.0.0.1/a.git');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Plenum does not ask 127.0.0.1 at port 443')).toBeVisible();
  await page.getByLabel('Address').fill('git@192.0.2.7:team/calls.git');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Plenum does not ask 192.0.2.7 at port 22')).toBeVisible();
  await page.getByLabel('Address').fill('git@8.8.8.8:team/calls.git');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/^ssh-ed25519 \S+ plenum-kept-in-git$/)).toBeVisible();
  await expect(state).toContainText('1 record waits');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Turn off' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Turn off' }).click();
  await expect(state).toContainText('Off · 1 record waits');
  expect(readdirSync(folder)).toContain('HEAD');
  await page.getByRole('button', { name: 'Turn on again' }).click();
  await expect(page.getByRole('button', { name: 'Turn off' })).toBeVisible();
});
