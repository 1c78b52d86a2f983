import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The project's folder. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

const SOURCES = [
  '{app,components,lib,server}/**/*',
  'prisma/schema.prisma',
  'package-lock.json',
  'next.config.mjs',
  'tsconfig.json',
  '.postcssrc.json',
];
const STAMP = path.join(ROOT, '.build/stamp');

function stampOfSources(): string {
  const hash = createHash('sha256').update(process.version);
  const files = globSync(SOURCES, { cwd: ROOT, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const file of files.map((entry) => path.join(entry.parentPath, entry.name)).toSorted()) {
    hash.update(`\0${path.relative(ROOT, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Whether sources or lock file differ from those of the last build that succeeded. */
export function isBuilt(): boolean {
  return (
    existsSync(STAMP) &&
    existsSync(path.join(ROOT, '.next/BUILD_ID')) &&
    readFileSync(STAMP, 'utf8') === stampOfSources()
  );
}

/** Remembers that what stands there now is built. */
export function markBuilt(): void {
  mkdirSync(path.dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, stampOfSources());
}
