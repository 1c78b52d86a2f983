import { existsSync, globSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { FULL_SLIDE_BYTES, SLIDE_SIDE } from '#lib/assets/asset-limits.ts';

import { pictureWorker } from './fit/picture-worker.ts';
import { withPreparedPicture, type PreparedPicture } from './prepare-picture.ts';

const corpus = path.join(process.env['PLENUM_SHARED'] ?? path.join(process.cwd(), '..', 'shared'), 'corpus');

describe.skipIf(!existsSync(corpus))('the pictures of the corpus', () => {
  afterAll(() => pictureWorker().end());
  beforeAll(() => {
    process.env['DATA_DIR'] = mkdtempSync(path.join(tmpdir(), 'plenum-corpus-'));
  });

  it('all fit, and take a fraction of what they took', async () => {
    const files = globSync('**/*.{png,jpg,jpeg,gif,webp,svg}', { cwd: corpus });
    const large: string[] = [];
    let [before, after] = [0, 0];
    for (const file of files) {
      const source = path.join(corpus, file);
      const picture = await withPreparedPicture(source, (made: PreparedPicture) => Promise.resolve(made));
      before += statSync(source).size;
      after += picture.bytes;
      if (Math.max(picture.width ?? 0, picture.height ?? 0) > SLIDE_SIDE || picture.bytes > 2 * FULL_SLIDE_BYTES)
        large.push(file);
    }
    expect(large).toEqual([]);
    expect(after).toBeLessThan(before / 2);
  });
});
