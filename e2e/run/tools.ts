import { spawnSync } from 'node:child_process';
import { browserPath } from '#e2e/harness/browser.ts';

function has(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}

function install(debianPackage: string): boolean {
  if (process.getuid?.() !== 0 || !has('apt-get')) return false;
  const run = (...args: readonly string[]) =>
    spawnSync('apt-get', [...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  run('update');
  return run('install', '-y', '--no-install-recommends', debianPackage).status === 0;
}

/** Finds a Chromium or installs one: Debian's where this is root on Debian, else Playwright's own download. */
export function ensureBrowser(): void {
  if (browserPath() !== null) return;
  process.stdout.write('No Chromium here: installing one.\n');
  if (!install('chromium-headless-shell') && !install('chromium'))
    spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], { stdio: 'inherit' });
  if (browserPath() === null)
    throw new Error(
      'The browser tests need a Chromium: install the package chromium-headless-shell, or run npx playwright install chromium.',
    );
}

/** Finds a Redis server or installs Debian's. */
export function ensureRedis(): void {
  if (has('redis-server') || has('valkey-server')) return;
  process.stdout.write('No Redis here: installing one.\n');
  if (!install('redis-server'))
    throw new Error('The tests of several processes need a Redis: install the package redis-server.');
}
