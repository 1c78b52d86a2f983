import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { browserPath } from '#e2e/harness/browser.ts';

export default defineConfig({
  testDir: path.resolve(import.meta.dirname),
  testMatch: '**/*.spec.ts',
  testIgnore: '**/*.long.spec.ts',
  outputDir: path.resolve(import.meta.dirname, '../test-results'),
  // Generous, because a busy machine with two cores runs two Plenums, two Postgres and two browsers at once.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  // Each worker runs a Plenum and a Postgres of its own; two cores carry two.
  workers: 2,
  fullyParallel: false,
  forbidOnly: process.env['CI'] !== undefined,
  // Two dozen browsers on two busy cores meet what no person meets. In CI a test that fails is asked once more, in a Plenum of its own,
  // and named as flaky: each such name is a race to be found. By hand nothing is asked twice.
  retries: process.env['CI'] === undefined ? 0 : 1,
  use: {
    browserName: 'chromium',
    actionTimeout: 45_000,
    viewport: { width: 1280, height: 800 },
    // A trace of every step costs a tenth of the time; `--trace on` makes one for a test that is looked into.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: browserPath() ?? '',
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--disable-quic',
      ],
    },
  },
});
