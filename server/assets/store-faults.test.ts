import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { chance } from '#e2e/harness/chance.ts';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { noise } from '#e2e/harness/pictures.ts';
import { makeSeries, writtenDeck } from '#e2e/harness/written-deck.ts';
import { assetReference } from '#lib/addresses.ts';
import { environment } from '#server/environment.ts';

import { assetStore, type AssetStore } from './asset-store.ts';
import { collectAssets } from './collect-assets.ts';
import { keepPicture } from './keep-picture.ts';
import { removeBytes } from './remove-bytes.ts';
import { storeAsset } from './store-asset.ts';
import { sweepIncoming } from './sweep-incoming.ts';

const run = promisify(execFile);
const DAY_MS = 24 * 60 * 60 * 1_000;
const day = (count: number): Date => new Date(Date.now() + count * DAY_MS);

let db: TestDatabase;
let root: string;

beforeAll(async () => {
  db = await testDatabase();
  root = path.join(environment().dataDir, 'assets');
});

afterAll(() => db.close());

/** Every file in the store's folder, what is coming in too. */
async function filesInStore(): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) => (entry.isFile() ? [entry.name] : [])).toSorted();
}

/** Every row has its bytes, all bytes have their row, and nothing else lies there. */
async function expectWhole(): Promise<void> {
  const rows = await db.prisma.asset.findMany();
  expect(await filesInStore()).toEqual(rows.map(({ hash }) => hash).toSorted());
  for (const { hash, bytes } of rows) expect(await assetStore().size(hash)).toBe(bytes);
}

describe('kill -9 while pictures come in', () => {
  it.each(Array.from({ length: 5 }, (_, seed) => seed + 1))(
    'leaves nothing that the collector does not find, and no name without bytes (seed %i)',
    async (seed) => {
      const pick = chance(seed);
      const seriesId = await makeSeries(`killed-${seed}`);
      const child = spawn(process.execPath, [path.resolve('e2e/harness/storing-process.ts')], {
        env: { ...process.env, SERIES_ID: seriesId },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const gone = once(child, 'exit');
      let lines = 1 + pick(20);
      for await (const line of createInterface({ input: child.stdout })) {
        lines -= 1;
        expect(line).not.toBe('');
        if (lines > 0) continue;
        // Anywhere between two lines.
        await wait(pick(20));
        child.kill('SIGKILL');
        break;
      }
      await gone;
      await collectAssets(day(2));
      await expectWhole();
    },
  );
});

describe('a picture for which there is no room', () => {
  const seriesOf = async () => db.prisma.series.findFirstOrThrow();

  beforeEach(async () => {
    await db.prisma.seriesAsset.deleteMany();
    await db.prisma.asset.deleteMany();
    await rm(root, { recursive: true, force: true });
    await mkdir(root, { recursive: true });
  });

  it('is refused in one sentence, and nothing names it', async () => {
    const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=400k', 'tmpfs', root]).then(
      () => true,
      () => false,
    );
    // Where nobody may mount a small disk, the next test has to do.
    if (!mounted) return;
    try {
      const { id: seriesId } = await seriesOf();
      const asset = { seriesId, name: 'quay.jpg', personId: null };
      await storeAsset(await noise(100, 100), asset);
      const full = { code: 'unavailable', message: expect.stringContaining('no room left') as unknown };
      // With room for one of two copies, and for none.
      for (const side of [700, 1_200])
        await expect(storeAsset(await noise(side, side), asset)).rejects.toMatchObject(full);
      expect(await db.prisma.seriesAsset.count()).toBe(1);
      await collectAssets(day(2));
      await expectWhole();
    } finally {
      await run('umount', [root]);
    }
  });

  it('is refused whatever the store, and the next one is kept', async () => {
    const store: AssetStore = {
      ...assetStore(),
      put: () => Promise.reject(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })),
    };
    const picture = await noise();
    await expect(keepPicture(picture, store)).rejects.toMatchObject({ code: 'unavailable' });
    expect(await filesInStore()).toEqual([]);
    const { id: seriesId } = await seriesOf();
    const { hash } = await storeAsset(picture, { seriesId, name: 'quay.jpg', personId: null });
    expect(await filesInStore()).toEqual([hash]);
  });
});

describe('a picture that comes while the collector takes the same bytes', () => {
  it('waits for it and is stored anew', async () => {
    const picture = await noise();
    const { hash } = await keepPicture(picture);
    const collector = new pg.Client({ connectionString: db.url });
    await collector.connect();
    await collector.query('BEGIN');
    await collector.query('SELECT 1 FROM asset WHERE hash = $1 FOR UPDATE', [hash]);
    await assetStore().remove(hash);
    const upload = keepPicture(picture);
    await expect
      .poll(async () => (await collector.query('SELECT 1 FROM pg_locks WHERE NOT granted')).rowCount)
      .toBeGreaterThan(0);
    await collector.query('DELETE FROM asset WHERE hash = $1', [hash]);
    await collector.query('COMMIT');
    await collector.end();
    expect((await upload).hash).toBe(hash);
    expect(await assetStore().size(hash)).toBe((await db.prisma.asset.findUniqueOrThrow({ where: { hash } })).bytes);
  });

  it('has its bytes in the end, whoever comes first', async () => {
    const picture = await noise();
    const { hash } = await keepPicture(picture);
    for (let round = 0; round < 40; round += 1) {
      await db.prisma.asset.updateMany({ where: { hash }, data: { touchedAt: day(-2) } });
      await Promise.all([removeBytes(), keepPicture(picture), removeBytes()]);
      expect(await assetStore().size(hash)).toBe((await db.prisma.asset.findUniqueOrThrow({ where: { hash } })).bytes);
    }
  });
});

it('what a deck takes up while the collector is about to let it go stays', async () => {
  const seriesId = await makeSeries('late');
  const deck = await writtenDeck(seriesId, '# Harbour\n');
  for (let round = 0; round < 12; round += 1) {
    const { key, extension } = await storeAsset(await noise(), { seriesId, name: 'quay.jpg', personId: null });
    const reference = `![](${assetReference(key, extension)})`;
    await collectAssets(day(0));
    const later = collectAssets(day(31));
    await wait(round * 3);
    await deck.edit(0, 0, reference);
    const written = new Date();
    await later;
    const there = (await db.prisma.seriesAsset.count({ where: { key } })) === 1;
    // Either the words were there first, or the picture had gone before they were written.
    const [gone] = await db.prisma.auditEntry.findMany({ where: { seriesId }, orderBy: { at: 'desc' }, take: 1 });
    expect(there || (gone !== undefined && gone.at <= written)).toBe(true);
    await deck.edit(0, reference.length);
  }
});

it('leftovers are swept when they are old, and not before', async () => {
  const { hash } = await keepPicture(await noise());
  const store = path.join(root, hash.slice(0, 2));
  await mkdir(path.join(root, 'incoming'), { recursive: true });
  await writeFile(path.join(root, 'incoming', 'half.up'), 'half');
  await writeFile(path.join(store, `${hash}.x.part`), 'half');
  await sweepIncoming(new Date(Date.now() + 50 * 60_000));
  expect(await filesInStore()).toEqual(expect.arrayContaining(['half.up', `${hash}.x.part`]));
  expect(await sweepIncoming(new Date(Date.now() + 61 * 60_000))).toBe(2);
  expect(await filesInStore()).toContain(hash);
});
