import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openS3, type S3Server } from '#e2e/harness/s3.ts';
import { TcpProxy } from '#e2e/harness/tcp-proxy.ts';
import { readEnvironment } from '#server/environment.ts';

import type { AssetStore, ByteRange } from './asset-store.ts';
import { folderStore } from './folder-store.ts';
import { s3Store } from './s3-store.ts';

const PATIENCE = { answer: 1_000, put: 2_000, read: 5_000 };

let folder: string;
let s3: S3Server;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plenum-store-'));
  s3 = await openS3();
});

afterAll(() => s3.close());

/** Bytes by chance, in a file, with the name that a store knows them by. */
async function file(size: number) {
  const bytes = randomBytes(size);
  const name = createHash('sha256').update(bytes).digest('hex');
  const at = path.join(folder, name);
  await writeFile(at, bytes);
  return { name, bytes, path: at };
}

async function read(store: AssetStore, name: string, range?: ByteRange): Promise<Buffer> {
  return buffer(await store.read(name, range));
}

describe.each([
  ['a folder', () => folderStore(folder)],
  ['a bucket', () => s3Store(s3.settings)],
])('pictures in %s', (_, open) => {
  it('are there when they were put, whole and in parts, and gone when they were removed', async () => {
    const store = open();
    const { name, bytes, path: at } = await file(300_000);
    expect(await store.size(name)).toBeNull();
    await store.put(name, at);
    expect(await store.size(name)).toBe(300_000);
    expect((await read(store, name)).equals(bytes)).toBe(true);
    expect((await read(store, name, { from: 0, to: 1 })).equals(bytes.subarray(0, 2))).toBe(true);
    expect((await read(store, name, { from: 70_000, to: 299_999 })).equals(bytes.subarray(70_000))).toBe(true);
    await store.remove(name);
    await store.remove(name);
    expect(await store.size(name)).toBeNull();
    await expect(read(store, name)).rejects.toThrow(/ENOENT|404/);
  });

  it('are replaced as a whole', async () => {
    const store = open();
    const [first, second] = [await file(1_000), await file(2_000)];
    await store.put(`${first.name}-320.webp`, first.path);
    await store.put(`${first.name}-320.webp`, second.path);
    expect((await read(store, `${first.name}-320.webp`)).equals(second.bytes)).toBe(true);
  });

  it('may be put by many at once', async () => {
    const store = open();
    const { name, bytes, path: at } = await file(500_000);
    await Promise.all(Array.from({ length: 6 }, () => store.put(name, at)));
    expect((await read(store, name)).equals(bytes)).toBe(true);
  });

  it('are not there when their file is not', async () => {
    const store = open();
    const name = 'f'.repeat(64);
    await expect(store.put(name, path.join(folder, 'nothing'))).rejects.toThrow('ENOENT');
    expect(await store.size(name)).toBeNull();
  });

  it('lie without anything beside them', async () => {
    const store = open();
    const { name, path: at } = await file(10);
    await store.put(name, at);
    const all = await readdir(folder, { recursive: true });
    expect(all.filter((one) => one.endsWith('.part'))).toEqual([]);
  });
});

describe('a bucket', () => {
  it('is only for whoever has its secret', async () => {
    const { name, path: at } = await file(1_000);
    const store = s3Store({ ...s3.settings, secretAccessKey: 'wrong' });
    await expect(store.put(name, at)).rejects.toThrow('403');
    await expect(store.size(name)).rejects.toThrow('403');
    await expect(store.read(name)).rejects.toThrow('403');
    await expect(store.remove(name)).rejects.toThrow('403');
    expect(await s3Store(s3.settings).size(name)).toBeNull();
  });

  it('that is missing is no picture that is missing', async () => {
    const { name, path: at } = await file(1_000);
    const store = s3Store({ ...s3.settings, bucket: 'elsewhere' });
    await expect(store.put(name, at)).rejects.toThrow('404');
    await expect(store.size(name)).rejects.toThrow('NoSuchBucket');
    await expect(store.read(name)).rejects.toThrow('NoSuchBucket');
    await expect(store.remove(name)).rejects.toThrow('NoSuchBucket');
  });

  it('that does not answer fails in time, and has all or nothing when the connection breaks', async () => {
    const { name, bytes, path: at } = await file(3_000_000);
    const network = await TcpProxy.open(s3.port);
    const store = s3Store({ ...s3.settings, endpoint: `http://127.0.0.1:${network.port}` }, PATIENCE);
    const direct = s3Store(s3.settings);
    // Cut in the middle of it, and nobody there when it is tried again.
    network.tearAfter(1_000_000);
    const torn = store.put(name, at);
    network.target = 1;
    await expect(torn).rejects.toThrow('does not answer');
    await expect(store.size(name)).rejects.toThrow('does not answer');
    expect(await direct.size(name)).toBeNull();
    // Cut in the middle of it once: the second try is another connection.
    network.target = s3.port;
    network.tearAfter(1_000_000);
    await store.put(name, at);
    expect((await read(direct, name)).equals(bytes)).toBe(true);
    // A pulled cable.
    network.hold();
    await expect(store.size(name)).rejects.toThrow('does not answer');
    await network.close();
  });

  it('is set up whole or not at all', () => {
    const set = {
      S3_ENDPOINT: 'http://minio:9000/',
      S3_BUCKET: 'pictures',
      S3_ACCESS_KEY_ID: 'id',
      S3_SECRET_ACCESS_KEY: 'secret',
    };
    expect(readEnvironment({}).s3).toBeNull();
    expect(readEnvironment(set).s3).toEqual({
      endpoint: 'http://minio:9000',
      bucket: 'pictures',
      region: 'us-east-1',
      accessKeyId: 'id',
      secretAccessKey: 'secret',
      prefix: '',
    });
    expect(readEnvironment({ ...set, S3_PREFIX: 'plenum/pictures' }).s3?.prefix).toBe('plenum/pictures/');
    expect(() => readEnvironment({ ...set, S3_BUCKET: '' })).toThrow('S3_BUCKET is not set');
    expect(() => readEnvironment({ S3_REGION: 'eu-central-1' })).toThrow('without S3_ENDPOINT');
    expect(() => readEnvironment({ ...set, S3_ENDPOINT: 'minio' })).toThrow('S3_ENDPOINT must be');
    expect(() => readEnvironment({ ...set, S3_PREFIX: 'up/../..' })).toThrow('S3_PREFIX must be');
    expect(() => readEnvironment({ ...set, S3_PREFIX: '/up' })).toThrow('S3_PREFIX must be');
  });
});
