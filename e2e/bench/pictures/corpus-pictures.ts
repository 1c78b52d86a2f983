import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isPictureName } from '#lib/imports/picture-references.ts';
import { Refusal } from '#lib/errors.ts';
import { pictureWorker } from '#server/assets/fit/picture-worker.ts';
import { withPreparedPicture } from '#server/assets/prepare-picture.ts';

/** What becomes of the pictures of the corpus: bytes before and after, and the time it took. */
interface Weighed {
  readonly pictures: number;
  readonly refused: number;
  readonly before: number;
  readonly after: number;
  readonly seconds: number;
}

/** Makes every picture of the corpus fit to be kept; null where there is no corpus. */
export async function measureCorpusPictures(): Promise<Weighed | null> {
  const folder = path.join(process.env['PLENUM_SHARED'] ?? '../shared', 'corpus');
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const files = names.filter((name) => isPictureName(name));
  if (files.length === 0) return null;
  // Where files lie while they are made fit.
  const dataDir = await mkdtemp(path.join(tmpdir(), 'plenum-bench-'));
  process.env['DATA_DIR'] = dataDir;
  const began = performance.now();
  let [before, after, refused] = [0, 0, 0];
  for (const name of files) {
    const bytes = await readFile(path.join(folder, name));
    before += bytes.length;
    try {
      after += await withPreparedPicture(bytes, (picture) => Promise.resolve(picture.bytes));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused += 1;
    }
  }
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  await pictureWorker().end();
  await rm(dataDir, { recursive: true });
  return { pictures: files.length, refused, before, after, seconds };
}
