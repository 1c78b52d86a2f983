import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readdir, rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { testDatabase } from '#e2e/harness/database.ts';
import type { TestDatabase } from '#e2e/harness/database.ts';
import { environment } from '#server/environment.ts';

import { assetPath } from './asset-files.ts';
import { assetMap } from './asset-map.ts';
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
  await db.close();
});

async function answerOr418(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!(await serveAsset(request, response))) response.writeHead(418).end();
}

/** The smallest thing that begins as a PNG, told apart by its last byte. */
function picture(last: number): Uint8Array {
  return Uint8Array.of(
    0x89,
    0x50,
    0x4e,
    0x47,
    0x0d,
    0x0a,
    0x1a,
    0x0a,
    0,
    0,
    0,
    13,
    0x49,
    0x48,
    0x44,
    0x52,
    0,
    0,
    0,
    4,
    0,
    0,
    0,
    3,
    last,
  );
}

async function series(slug: string): Promise<string> {
  return (await db.prisma.series.create({ data: { slug, name: slug, timeZone: 'UTC' } })).id;
}

describe('a picture of a series', () => {
  it('is kept once however often it comes, and under another key in another series', async () => {
    const [pier, quay] = [await series('pier'), await series('quay')];
    const asset = { bytes: picture(1), name: 'mole.png', personId: null };
    const [first, second] = await Promise.all([
      storeAsset(db.prisma, { ...asset, seriesId: pier }),
      storeAsset(db.prisma, { ...asset, seriesId: pier }),
    ]);
    expect(second).toEqual(first);
    const elsewhere = await storeAsset(db.prisma, { ...asset, seriesId: quay });
    expect(elsewhere.hash).toBe(first?.hash);
    expect(elsewhere.key).not.toBe(first?.key);
    const folder = assetPath(elsewhere.hash).slice(0, -elsewhere.hash.length);
    expect(await readdir(folder)).toEqual([elsewhere.hash]);
    expect(await assetMap(pier)).toEqual({ [`assets/${first?.key}.png`]: `/assets/${first?.key}.png` });
    expect(await db.prisma.asset.findUnique({ where: { hash: elsewhere.hash } })).toMatchObject({
      type: 'image/png',
      width: 4,
      height: 3,
      bytes: 25,
    });
  });

  it('is refused when it is none, whatever it is called', async () => {
    const seriesId = await series('dock');
    const script = new TextEncoder().encode('<svg onload="alert(1)"/>');
    await expect(
      storeAsset(db.prisma, { seriesId, bytes: script, name: 'nice.png', personId: null }),
    ).rejects.toMatchObject({ code: 'invalid' });
    await expect(
      storeAsset(db.prisma, { seriesId, bytes: new Uint8Array(20_000_001), name: 'huge.png', personId: null }),
    ).rejects.toMatchObject({ code: 'too-large' });
  });

  it('is served for ever under its address, and to nothing but pages that show pictures', async () => {
    const seriesId = await series('berth');
    const { key, hash } = await storeAsset(db.prisma, {
      seriesId,
      bytes: picture(2),
      name: 'berth.png',
      personId: null,
    });
    const response = await fetch(`${origin}/assets/${key}.png`);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(picture(2));
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    const again = await fetch(`${origin}/assets/${key}.png`, { headers: { 'If-None-Match': `"${hash}"` } });
    expect(again.status).toBe(304);
    expect((await fetch(`${origin}/assets/${key}.png`, { method: 'HEAD' })).headers.get('content-length')).toBe('25');
  });

  it('is not found under anything else', async () => {
    const seriesId = await series('slip');
    const { key, hash } = await storeAsset(db.prisma, {
      seriesId,
      bytes: picture(3),
      name: 'slip.png',
      personId: null,
    });
    for (const path of [
      `${key}.jpg`,
      `${key}.svg`,
      key,
      `${hash}.png`,
      '../assets/x.png',
      '..%2f..%2fetc%2fpasswd',
      '',
    ]) {
      const { status } = await fetch(`${origin}/assets/${path}`);
      expect({ path, status }).toEqual({ path, status: 404 });
    }
    expect((await fetch(`${origin}/assets/${key}.png`, { method: 'POST' })).status).toBe(405);
    expect((await fetch(`${origin}/other`)).status).toBe(418);
  });

  it('costs one error when its file is gone, not the process', async () => {
    const seriesId = await series('wreck');
    const { key, hash } = await storeAsset(db.prisma, {
      seriesId,
      bytes: picture(4),
      name: 'wreck.png',
      personId: null,
    });
    await rm(assetPath(hash));
    expect((await fetch(`${origin}/assets/${key}.png`)).status).toBe(500);
    expect(assetPath(hash).startsWith(environment().dataDir)).toBe(true);
  });
});
