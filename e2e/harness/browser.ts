import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

// First the one without windows: a whole Chromium draws its own tabs and menus in every test, at twice the price.
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser for tests: Playwright's own when it is installed, else a Chromium of the system's, else null. */
export function browserPath(): string | null {
  const own = chromium.executablePath();
  if (own !== '' && existsSync(own)) return own;
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return (
    NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => existsSync(file)) ?? null
  );
}

/** It runs as root in containers too, and asks nobody anything. */
export const BROWSER_ARGUMENTS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
