import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { openDatabase } from '#server/database/open-database.ts';
import { readEnvironment } from '#server/environment.ts';
import { prepareSearch } from '#server/search/prepare-search.ts';

import { fillArchive } from './fill-archive.ts';

/** A data folder with an archive in it, and its Postgres, at which `database()` points. */
export interface FilledArchive {
  readonly folder: string;
  /** Null where it was made before. */
  readonly seconds: number | null;
  close(): Promise<void>;
}

/** Opens an archive of so many records: that of an earlier run, where BENCH_ARCHIVE names the folder to keep them in, else a new one. */
export async function openArchive(records: number): Promise<FilledArchive> {
  const kept = process.env['BENCH_ARCHIVE'];
  const folder = kept === undefined ? mkdtempSync(path.join(tmpdir(), 'plenum-bench-')) : path.join(kept, `${records}`);
  mkdirSync(folder, { recursive: true });
  const database = await openDatabase(readEnvironment({ DATA_DIR: folder }));
  process.env['DATA_DIR'] = folder;
  const done = path.join(folder, 'filled');
  let seconds: number | null = null;
  if (!existsSync(done)) {
    const began = performance.now();
    await fillArchive(database.url, records);
    await prepareSearch();
    seconds = Math.round((performance.now() - began) / 1_000);
    writeFileSync(done, '');
  }
  return {
    folder,
    seconds,
    async close() {
      await database.close();
      if (kept === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
