import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Longer than git ever holds one. */
const STALE_MS = 600_000;

/** Removes the locks that a git left behind which was killed: it would keep all others out for ever. */
export async function removeStaleLocks(repository: string, now = Date.now()): Promise<void> {
  const names = await readdir(repository, { recursive: true }).catch(() => []);
  for (const name of names) {
    if (!name.endsWith('.lock')) continue;
    const file = path.join(repository, name);
    const found = await stat(file).catch(() => null);
    if (found !== null && now - found.mtimeMs > STALE_MS) await rm(file, { force: true });
  }
}
