import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const APP = path.resolve(import.meta.dirname, '../../app');

/** Files under `app/` of this name, as the tables name them. */
export function appFiles(name: 'page.tsx' | 'route.ts'): readonly string[] {
  return globSync(`**/${name}`, { cwd: APP }).toSorted();
}

/** Every function that a browser can call, as `file#name`: what files that begin with 'use server' export. */
export function serverActions(): readonly string[] {
  return globSync('**/*.{ts,tsx}', { cwd: APP })
    .toSorted()
    .flatMap((file) => {
      const source = readFileSync(path.join(APP, file), 'utf8');
      if (!/^\s*['"]use server['"]/m.test(source)) return [];
      return [...source.matchAll(/^export (?:async function|const) (\w+)/gm)].map(([, name = '']) => `${file}#${name}`);
    });
}
