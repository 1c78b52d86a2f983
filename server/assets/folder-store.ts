import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

import type { AssetStore } from './asset-store.ts';

/** Pictures in a folder, `assets` in the folder for data: each in one of 256 by the first letters of its name. */
export function folderStore(dataDir: string): AssetStore {
  const root = path.join(dataDir, 'assets');
  const at = (name: string): string => path.join(root, name.slice(0, 2), name);
  return {
    put: (name, file) => put(at(name), file),
    size: (name) => sizeOf(at(name)),
    read: async (name, range) =>
      createReadStream(at(name), range === undefined ? {} : { start: range.from, end: range.to }),
    remove: (name) => rm(at(name), { force: true }),
  };
}

/** Beside its place first, then renamed: whoever reads sees all of it or nothing, also after a crash. */
async function put(target: string, source: string): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true });
  const partial = `${target}.${randomUUID()}.part`;
  try {
    await copyFile(source, partial);
    const file = await open(partial, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
