import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { noise } from '#e2e/harness/pictures.ts';
import { addresses } from '#lib/addresses.ts';
import { environment } from '#server/environment.ts';

import type { KeptAsset } from './asset-map.ts';
import { incomingFolder } from './prepare-picture.ts';
import { serveAsset } from './serve-asset.ts';
import { storeAsset } from './store-asset.ts';

let db: TestDatabase;
let server: Server;
let origin: string;
let seriesId: string;

beforeAll(async () => {
  db = await testDatabase();
  seriesId = (await db.prisma.series.create({ data: { slug: 'pier', name: 'Pier', timeZone: 'UTC' } })).id;
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
  server.closeAllConnections();
  await db.close();
});

async function answerOr418(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!(await serveAsset(request, response))) response.writeHead(418).end();
}

interface Kept extends KeptAsset {
  readonly address: string;
  readonly file: string;
}

async function keep(bytes: Buffer, name = 'picture.png'): Promise<Kept> {
  const kept = await storeAsset(bytes, { seriesId, name, personId: null });
  const file = path.join(environment().dataDir, 'assets', kept.hash.slice(0, 2), kept.hash);
  return { ...kept, file, address: origin + addresses.asset(kept.key, kept.extension) };
}

async function get(address: string, headers: Record<string, string> = {}) {
  const response = await fetch(address, { headers });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}

const damagedAt = async (hash: string) => (await db.prisma.asset.findUniqueOrThrow({ where: { hash } })).damagedAt;

describe('a picture', () => {
  it('is served in parts', async () => {
    const { address, file } = await keep(await noise(700, 500));
    const all = await readFile(file);
    const part = await get(address, { Range: 'bytes=1000-70999' });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 1000-70999/${all.length}`);
    expect(part.bytes.equals(all.subarray(1000, 71_000))).toBe(true);
    const etag = part.headers.get('etag') ?? '';
    expect((await get(address, { Range: 'bytes=0-9', 'If-Range': etag })).bytes).toHaveLength(10);
    expect((await get(address, { Range: 'bytes=0-9', 'If-Range': '"other"' })).bytes).toHaveLength(all.length);
    const behind = await get(address, { Range: `bytes=${all.length}-` });
    expect([behind.status, behind.headers.get('content-range')]).toEqual([416, `bytes */${all.length}`]);
    expect((await get(address, { 'If-None-Match': `"x", W/${etag}` })).status).toBe(304);
  });

  it('is checked on its way, and never arrives whole when its bytes are not its own', async () => {
    for (const size of [40, 900]) {
      const picture = await noise(size, 300);
      const { address, file, hash } = await keep(picture);
      const bytes = await readFile(file);
      bytes[bytes.length - 20] = (bytes.at(-20) ?? 0) ^ 1;
      await writeFile(file, bytes);
      await expect(get(address)).rejects.toThrow(/terminated|fetch failed/);
      await expect.poll(() => damagedAt(hash)).not.toBeNull();
      // A part of it would say nothing about the whole.
      await expect(get(address, { Range: 'bytes=0-9' })).rejects.toThrow(/terminated|fetch failed/);
      await keep(picture);
      await expect.poll(() => damagedAt(hash)).toBeNull();
      const { bytes: healed } = await get(address);
      expect(createHash('sha256').update(healed).digest('hex')).toBe(hash);
    }
  });

  it('that is there again is sound again', async () => {
    const { address, file, hash } = await keep(await noise(60, 60));
    const bytes = await readFile(file);
    await writeFile(file, 'short');
    expect((await get(address)).status).toBe(404);
    await expect.poll(() => damagedAt(hash)).not.toBeNull();
    await writeFile(file, bytes);
    expect((await get(address)).status).toBe(200);
    await expect.poll(() => damagedAt(hash)).toBeNull();
  });
});

describe('a narrower picture', () => {
  const narrow = (kept: Kept, width: number | string) => get(`${kept.address}?w=${width}`);
  /** What is stored of a picture. Its folder may hold another one, whose hash begins alike. */
  const filesOf = async ({ file, hash }: Kept) =>
    (await readdir(path.dirname(file))).filter((name) => name.startsWith(hash)).toSorted();

  it('is made once, however many ask', async () => {
    const kept = await keep(await noise(1_500, 1_000));
    const answers = await Promise.all(Array.from({ length: 8 }, () => narrow(kept, 320)));
    const [first] = answers;
    expect(answers.every(({ status, bytes }) => status === 200 && bytes.equals(first?.bytes ?? Buffer.of()))).toBe(
      true,
    );
    expect(await sharp(first?.bytes).metadata()).toMatchObject({ format: 'webp', width: 320, height: 213 });
    expect(first?.headers.get('content-type')).toBe('image/webp');
    expect(first?.headers.get('etag')).toBe(`"${kept.hash}-320"`);
    expect((await get(`${kept.address}?w=320`, { 'If-None-Match': `"${kept.hash}-320"` })).status).toBe(304);
    expect((await get(`${kept.address}?w=320`, { Range: 'bytes=0-4' })).bytes).toHaveLength(5);
    expect(await filesOf(kept)).toEqual([kept.hash, `${kept.hash}-320.webp`]);
    expect(await readdir(await incomingFolder())).toEqual([]);
  });

  it('is the picture itself where it is no wider, moves, or another width is asked for', async () => {
    const small = await keep(await noise(300, 200));
    expect((await narrow(small, 320)).headers.get('etag')).toBe(`"${small.hash}"`);
    const raw = { width: 400, height: 900, channels: 3, pageHeight: 300 } as const;
    const moving = await sharp(randomBytes(400 * 900 * 3), { raw })
      .webp({ loop: 0 })
      .toBuffer();
    const kept = await keep(moving, 'moving.webp');
    expect((await narrow(kept, 160)).headers.get('etag')).toBe(`"${kept.hash}"`);
    const wide = await keep(await noise(1_500, 200));
    for (const width of [321, 0, '320px', ''])
      expect((await narrow(wide, width)).headers.get('etag')).toBe(`"${wide.hash}"`);
    expect(await filesOf(small)).toEqual([small.hash]);
  });

  it('is never made of bytes that are damaged', async () => {
    const kept = await keep(await noise(1_500, 1_000));
    const bytes = await readFile(kept.file);
    await writeFile(kept.file, bytes.fill(0, 5_000, 9_000));
    await expect(narrow(kept, 640)).rejects.toThrow(/terminated|fetch failed/);
    await expect.poll(() => damagedAt(kept.hash)).not.toBeNull();
    expect(await filesOf(kept)).toEqual([kept.hash]);
  });

  it('of none is not found', async () => {
    expect((await get(`${origin}/assets/0123456789abcdef.png?w=320`)).status).toBe(404);
  });
});
