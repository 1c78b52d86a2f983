import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

import { environment } from '#server/environment.ts';

const HOUR_MS = 60 * 60 * 1_000;

/**
 * Removes what a process that died has left behind: files that were coming in, and halves of files that were being put into the folder,
 * once they are older than any upload takes. Gives how many.
 */
export async function sweepIncoming(now = new Date()): Promise<number> {
  const root = path.join(environment().dataDir, 'assets');
  let swept = await sweepFolder(path.join(root, 'incoming'), () => true, now);
  for (const folder of await namesIn(root))
    if (/^[0-9a-f]{2}$/.test(folder))
      swept += await sweepFolder(path.join(root, folder), (name) => name.endsWith('.part'), now);
  return swept;
}

async function sweepFolder(folder: string, isTheirs: (name: string) => boolean, now: Date): Promise<number> {
  let swept = 0;
  for (const name of await namesIn(folder)) {
    const file = path.join(folder, name);
    if (!isTheirs(name) || !(await isOld(file, now))) continue;
    await rm(file, { force: true, recursive: true });
    swept += 1;
  }
  return swept;
}

async function isOld(file: string, now: Date): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  return found !== null && found.mtimeMs < now.getTime() - HOUR_MS;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
