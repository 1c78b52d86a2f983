import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

import { environment } from '#server/environment.ts';

const NAMES = [
  'chromium',
  'chromium-headless-shell',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];

/** A Chromium of the system: the one that CHROMIUM names, else the first in PATH; null where there is none. */
export function findChromium(): string | null {
  const { chromium } = environment();
  if (chromium !== null) return isProgram(chromium) ? chromium : null;
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  return (
    NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => isProgram(file)) ?? null
  );
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
