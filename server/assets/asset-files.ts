import { randomUUID } from 'node:crypto';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

import { environment } from '#server/environment.ts';

/** Where a file lies, by the hash of its bytes (SHA-256, hex): in one of 256 folders. */
export function assetPath(hash: string): string {
  return path.join(environment().dataDir, 'assets', hash.slice(0, 2), hash);
}

/** Writes a file under its hash, whole or not at all: it is on the disk when this returns. Writing it again changes nothing. */
export async function writeAssetFile(hash: string, bytes: Uint8Array): Promise<void> {
  const target = assetPath(hash);
  if (await exists(target)) return;
  await mkdir(path.dirname(target), { recursive: true });
  const partial = `${target}.${randomUUID()}.part`;
  try {
    const file = await open(partial, 'wx');
    try {
      await file.writeFile(bytes);
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

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
