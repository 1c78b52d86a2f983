import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { stageAddress, stageFolder } from '#server/stage/stage-files.ts';
import { rounded } from './quantiles.ts';

interface BundleLine {
  readonly file: string;
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}

/** What of the stage a browser loads before it shows a deck, in kB, without the parts on demand. */
export function bundleTable(): readonly BundleLine[] {
  const folder = path.join(stageFolder(), path.basename(path.dirname(stageAddress('own'))));
  const files = ['stage.js', 'stage.css'].map((name) => ({
    file: name,
    raw: kB(readFileSync(path.join(folder, name)).length),
    gzip: kB(statSync(path.join(folder, `${name}.gz`)).size),
    brotli: kB(statSync(path.join(folder, `${name}.br`)).size),
  }));
  const sum = (form: 'raw' | 'gzip' | 'brotli'): number => rounded(files.reduce((all, file) => all + file[form], 0));
  return [...files, { file: 'both', raw: sum('raw'), gzip: sum('gzip'), brotli: sum('brotli') }];
}

function kB(bytes: number): number {
  return rounded(bytes / 1000);
}
