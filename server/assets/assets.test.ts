import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { flat } from '#e2e/harness/pictures/picture-bytes.ts';
import { testDatabase } from '#e2e/harness/database.ts';
import type { TestDatabase } from '#e2e/harness/database.ts';
import { environment } from '#server/environment.ts';

import { assetMap, keptAssets } from './asset-map.ts';
import { pictureWorker } from './fit/picture-worker.ts';
import { serveAsset } from './serve-asset.ts';
import { storeAsset } from './store-asset.ts';

let db: TestDatabase;
let server: Server;
let origin: string;

beforeAll(async () => {
  db = await testDatabase();
  server = createServer((request, response) => {
    void answerOr418(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.close();
  await pictureWorker().end();
  await db.close();
});

async function answerOr418(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!(await serveAsset(request, response))) response.writeHead(418).end();
}

/** Pictures of four pixels by three, told apart by their colour. */
async function picture(shade: number): Promise<Uint8Array> {
  return flat(4, 3, shade).png().toBuffer();
}

async function series(slug: string): Promise<string> {
  return (await db.prisma.series.create({ data: { slug, name: slug, timeZone: 'UTC' } })).id;
}

describe('a picture of a series', () => {
  it('is kept once however often it comes, and under another key in another series', async () => {
    const [pier, quay] = [await series('pier'), await series('quay')];
    const [asset, file] = [{ name: 'mole.png', personId: null }, await picture(1)];
    const [first, second] = await Promise.all([
      storeAsset(file, { ...asset, seriesId: pier }),
      storeAsset(file, { ...asset, seriesId: pier }),
    ]);
    expect(second).toEqual(first);
    const elsewhere = await storeAsset(await picture(1), { ...asset, seriesId: quay });
    expect(elsewhere.hash).toBe(first?.hash);
    expect(elsewhere.key).not.toBe(first?.key);
    const folder = fileOf(elsewhere.hash).slice(0, -elsewhere.hash.length);
    expect(await readdir(folder)).toEqual([elsewhere.hash]);
    // Its own address leads to it without a map.
    expect(await assetMap(pier)).toEqual({});
    expect([...(await keptAssets(db.prisma, pier)).keys()]).toEqual([`assets/${first?.key}.webp`]);
    expect(await db.prisma.asset.findUnique({ where: { hash: elsewhere.hash } })).toMatchObject({
      type: 'image/webp',
      width: 4,
      height: 3,
    });
  });

  it('is known again without work, by the file that it was made of, unless what was made is damaged or gone', async () => {
    const [seriesId, other] = [await series('jetty'), await series('wharf')];
    const [file, asset] = [await picture(9), { name: 'jetty.png', personId: null }];
    const first = await storeAsset(file, { ...asset, seriesId });
    await pictureWorker().end();
    expect(await storeAsset(file, { ...asset, seriesId })).toEqual(first);
    expect(await storeAsset(file, { ...asset, seriesId: other })).toMatchObject({
      hash: first.hash,
      extension: 'webp',
    });
    expect(pictureWorker().pid).toBeUndefined();
    await rm(fileOf(first.hash));
    expect(await storeAsset(file, { ...asset, seriesId })).toEqual(first);
    expect((await stat(fileOf(first.hash))).size).toBeGreaterThan(0);
    await pictureWorker().end();
    await db.prisma.asset.update({ where: { hash: first.hash }, data: { damagedAt: new Date() } });
    await storeAsset(file, { ...asset, seriesId });
    expect(pictureWorker().pid).toBeDefined();
  });

  it('is refused when it is none, whatever it is called', async () => {
    const seriesId = await series('dock');
    const script = new TextEncoder().encode('<html onload="alert(1)"/>');
    await expect(storeAsset(script, { seriesId, name: 'nice.png', personId: null })).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(
      storeAsset(new Uint8Array(20_000_001), { seriesId, name: 'huge.png', personId: null }),
    ).rejects.toMatchObject({ code: 'too-large' });
  });

  it('is served for ever under its address, and to nothing but pages that show pictures', async () => {
    const seriesId = await series('berth');
    const { key, hash } = await storeAsset(await picture(2), { seriesId, name: 'berth.png', personId: null });
    const response = await fetch(`${origin}/assets/${key}.webp`);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 4, height: 3 });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
    });
    const again = await fetch(`${origin}/assets/${key}.webp`, { headers: { 'If-None-Match': `"${hash}"` } });
    expect(again.status).toBe(304);
    expect((await fetch(`${origin}/assets/${key}.webp`, { method: 'HEAD' })).headers.get('content-length')).toBe(
      String(bytes.length),
    );
  });

  it('is not found under anything else', async () => {
    const seriesId = await series('slip');
    const { key, hash } = await storeAsset(await picture(3), { seriesId, name: 'slip.png', personId: null });
    for (const path of [
      `${key}.jpg`,
      `${key}.svg`,
      key,
      `${hash}.webp`,
      '../assets/x.png',
      '..%2f..%2fetc%2fpasswd',
      '',
    ]) {
      const { status } = await fetch(`${origin}/assets/${path}`);
      expect({ path, status }).toEqual({ path, status: 404 });
    }
    expect((await fetch(`${origin}/assets/${key}.webp`, { method: 'POST' })).status).toBe(405);
    expect((await fetch(`${origin}/other`)).status).toBe(418);
  });

  it('is not found, and known to be damaged, when its file is gone', async () => {
    const seriesId = await series('wreck');
    const { key, hash } = await storeAsset(await picture(4), { seriesId, name: 'wreck.png', personId: null });
    await rm(fileOf(hash));
    const response = await fetch(`${origin}/assets/${key}.webp`);
    expect([response.status, response.headers.get('cache-control')]).toEqual([404, 'no-store']);
    expect((await db.prisma.asset.findUniqueOrThrow({ where: { hash } })).damagedAt).not.toBeNull();
    expect(fileOf(hash).startsWith(environment().dataDir)).toBe(true);
  });
});

/** Where the folder of the store has it. */
function fileOf(hash: string): string {
  return join(environment().dataDir, 'assets', hash.slice(0, 2), hash);
}
