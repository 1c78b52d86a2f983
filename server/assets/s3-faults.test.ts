import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { noise } from '#e2e/harness/pictures.ts';
import { openS3, type S3Server } from '#e2e/harness/s3.ts';
import { TcpProxy } from '#e2e/harness/tcp-proxy.ts';
import { makeSeries } from '#e2e/harness/written-deck.ts';
import { addresses } from '#lib/addresses.ts';

import { assetStore } from './asset-store.ts';
import { collectAssets } from './collect-assets.ts';
import { serveAsset } from './serve-asset.ts';
import { storeAsset } from './store-asset.ts';

let db: TestDatabase;
let s3: S3Server;
let network: TcpProxy;
let server: Server;
let origin: string;

beforeAll(async () => {
  db = await testDatabase();
  s3 = await openS3();
  network = await TcpProxy.open(s3.port);
  process.env['S3_ENDPOINT'] = `http://127.0.0.1:${network.port}`;
  process.env['S3_BUCKET'] = s3.settings.bucket;
  process.env['S3_ACCESS_KEY_ID'] = s3.settings.accessKeyId;
  process.env['S3_SECRET_ACCESS_KEY'] = s3.settings.secretAccessKey;
  server = createServer((request, response) => {
    void serveAsset(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await network.close();
  await s3.close();
  await db.close();
});

const get = async (address: string) => {
  const response = await fetch(address);
  return { status: response.status, cache: response.headers.get('cache-control'), bytes: await response.bytes() };
};

it('pictures in a bucket: whoever brings or loads one while it is away is told, nothing names what was not kept, and all is well after', async () => {
  const asset = { seriesId: await makeSeries('bucket'), name: 'quay.jpg', personId: null };
  const kept = await storeAsset(await noise(800, 600), asset);
  const address = origin + addresses.asset(kept.key, kept.extension);
  const { bytes } = await get(address);
  expect(bytes.length).toBeGreaterThan(100_000);
  const small = await get(`${address}?w=320`);
  expect(small.bytes.length).toBeLessThan(bytes.length / 2);
  const other = await noise(800, 600);

  // Gone in the middle of an upload, and not back.
  network.tearAfter(60_000);
  const torn = storeAsset(other, asset);
  network.target = 1;
  await expect(torn).rejects.toMatchObject({
    code: 'unavailable',
    message: 'The store of pictures does not answer: nothing was kept. Try again in a moment.',
  });
  await expect(storeAsset(await noise(), asset)).rejects.toMatchObject({ code: 'unavailable' });
  expect(await db.prisma.seriesAsset.count()).toBe(1);
  for (const where of [address, `${address}?w=320`, `${address}?w=640`])
    expect(await get(where)).toMatchObject({ status: 503, cache: 'no-store' });
  expect(await db.prisma.asset.count({ where: { damagedAt: { not: null } } })).toBe(0);
  // What is away cannot be collected: the rows stay until it can.
  await expect(collectAssets(new Date(Date.now() + 3 * 86_400_000))).rejects.toThrow('does not answer');
  expect(await db.prisma.asset.count()).toBe(3);

  network.target = s3.port;
  expect((await get(address)).bytes).toEqual(bytes);
  const brought = await storeAsset(other, asset);
  expect(await assetStore().size(brought.hash)).not.toBeNull();
  expect(await collectAssets(new Date(Date.now() + 3 * 86_400_000))).toMatchObject({ bytes: 1 });
  expect(await collectAssets(new Date(Date.now() + 34 * 86_400_000))).toMatchObject({ unused: 2, bytes: 2 });
  for (const name of [kept.hash, `${kept.hash}-320.webp`, brought.hash])
    expect(await assetStore().size(name)).toBeNull();
  expect((await get(address)).status).toBe(404);
});
