import { copyFileSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { SLIDE_SIDE } from '#lib/assets/asset-limits.ts';
import { Refusal } from '#lib/errors.ts';
import { pictureProblems } from '#lib/messages/picture-problems.ts';
import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { heavyPictures } from '#e2e/harness/pictures/heavy-pictures.ts';
import { hostilePictures, type HostilePicture } from '#e2e/harness/pictures/hostile-pictures.ts';
import { watchMemory } from '#e2e/harness/pictures/memory-watch.ts';
import { CANARY, flat, raster } from '#e2e/harness/pictures/picture-bytes.ts';
import { environment } from '#server/environment.ts';

import { PictureWorker, pictureWorker } from './fit/picture-worker.ts';
import { keepPicture, type StoredPicture } from './keep-picture.ts';
import { incomingFolder, withPreparedPicture } from './prepare-picture.ts';
import { sweepIncoming } from './sweep-incoming.ts';

/** What an SVG may not have any more. */
const ALIVE = /<script|<foreignobject|\son\w+\s*=|javascript:|expression\(|@import|<!|<\?|evil\.example|file:|\/etc\//i;
/** On top of what this process takes anyway, in bytes. */
const MOST_MEMORY = 300_000_000;

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
});

afterAll(async () => {
  await pictureWorker().end();
  await db.close();
});

describe('files that mean harm, or come to it', () => {
  it('are refused in a sentence or become harmless pictures, and nothing else is left of them', async () => {
    const pictures = await hostilePictures();
    expect(pictures.length).toBeGreaterThanOrEqual(200);
    const memory = watchMemory(() => pictureWorker().pid);
    const kept = new Map<string, StoredPicture>();
    const wrong: string[] = [];
    for (const picture of pictures) {
      const made: unknown = await keepPicture(picture.bytes).catch((error: unknown) => error);
      if (!(made instanceof Error)) kept.set(picture.name, made as StoredPicture);
      if (!isAsItShouldBe(picture, made)) wrong.push(`${picture.name}: ${String(made)}`);
    }
    expect(memory.stop().most).toBeLessThan(MOST_MEMORY);
    expect(wrong).toEqual([]);
    expect(readdirSync(await incomingFolder())).toEqual([]);
    const harm = await Promise.all([...kept].map(([name, stored]) => harmOf(name, stored)));
    expect(harm.flat()).toEqual([]);
    const hashes = new Set([...kept.values()].map(({ hash }) => hash));
    expect(new Set((await db.prisma.asset.findMany()).map(({ hash }) => hash))).toEqual(hashes);
    expect(new Set(storedFiles())).toEqual(hashes);
  }, 180_000);

  it('take no more memory when twenty of the heaviest that are allowed come at once', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'plenum-heavy-'));
    const kinds = await heavyPictures(folder);
    const files = Array.from({ length: 20 }, (_, at) => {
      const file = path.join(folder, `upload-${at}`);
      copyFileSync(kinds[at % kinds.length] ?? '', file);
      return file;
    });
    await pictureWorker().end();
    const memory = watchMemory(() => pictureWorker().pid);
    const sides = await Promise.all(
      files.map((file) =>
        withPreparedPicture(file, ({ width, height }) => Promise.resolve(Math.max(width ?? 0, height ?? 0))),
      ),
    );
    expect(memory.stop().most).toBeLessThan(MOST_MEMORY);
    expect(sides.every((side) => side > 0 && side <= SLIDE_SIDE)).toBe(true);
    expect(readdirSync(await incomingFolder())).toEqual([]);
  }, 180_000);
});

describe('a picture that is fit', () => {
  it('stands upright, however the camera was held', async () => {
    // Red on the left, blue on the right, and so twisted that each orientation has to be turned back.
    const upright = flat(60, 40, 255).composite([{ input: await flat(30, 40, 0).png().toBuffer(), left: 30, top: 0 }]);
    const pixels = await upright.raw().toBuffer({ resolveWithObject: true });
    const turned = async (angle: number): Promise<Sharp> =>
      sharp(await sharp(pixels.data, { raw: pixels.info }).rotate(angle).png().toBuffer());
    const twists = await Promise.all([
      turned(0),
      turned(0).then((picture) => picture.flop()),
      turned(180),
      turned(0).then((picture) => picture.flip()),
      turned(90).then((picture) => picture.flop()),
      turned(270),
      turned(270).then((picture) => picture.flop()),
      turned(90),
    ]);
    for (const [index, twist] of twists.entries()) {
      const photo = await twist
        .jpeg({ quality: 100 })
        .withMetadata({ orientation: index + 1 })
        .toBuffer();
      const made = await withPreparedPicture(photo, async (picture) => readFileSync(picture.path));
      const { data, info } = await sharp(made).raw().toBuffer({ resolveWithObject: true });
      const redAt = (x: number): number => data[(20 * info.width + x) * info.channels] ?? -1;
      const { width, height } = info;
      expect({ orientation: index + 1, width, height, left: redAt(5) > 200, right: redAt(55) > 60 }).toEqual({
        orientation: index + 1,
        width: 60,
        height: 40,
        left: true,
        right: false,
      });
    }
  });

  it('is scaled down and never up, keeps letters sharp and animations moving', async () => {
    const facts = async (bytes: Uint8Array): Promise<unknown> =>
      withPreparedPicture(bytes, async ({ width, height, extension, path: file }) => {
        const { pages = 1 } = await sharp(file).metadata();
        return { width, height, extension, pages };
      });
    expect(await facts(await flat(4000, 1000).jpeg().toBuffer())).toEqual({
      width: 1920,
      height: 480,
      extension: 'jpg',
      pages: 1,
    });
    expect(await facts(await flat(30, 20).png().toBuffer())).toMatchObject({
      width: 30,
      height: 20,
      extension: 'webp',
    });
    const frames = await Promise.all([10, 120, 240].map((red) => flat(40, 30, red).png().toBuffer()));
    const animation = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect(await facts(animation)).toEqual({ width: 40, height: 30, extension: 'webp', pages: 3 });
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><rect width="9" height="9"/></svg>';
    expect(await facts(Buffer.from(drawing))).toMatchObject({ width: 40, height: 30, extension: 'svg' });
  });
});

describe('a drawing', () => {
  it('keeps what it shows: gradients, styles, parts used again, and pictures, which are drawn anew', async () => {
    const photo = (await raster('jpg')).toString('base64');
    const drawing = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="10mm" viewBox="0 0 40 30">
      <style>.a { fill: url(#sky) } @media print { .b { fill: red } }</style>
      <defs><linearGradient id="sky" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="#fff"/></linearGradient>
      <clipPath id="cut"><circle r="9"/></clipPath><filter id="soft"><feGaussianBlur stdDeviation="2"/></filter></defs>
      <g id="part" class="a" clip-path="url(#cut)" filter="url('#soft')"><path d="M0 0L9 9"/></g>
      <use xlink:href="#part" x="9"/><text x="1" style="font-size: 4px">Pier &amp; quay</text>
      <image href="data:image/jpeg;base64,${photo}" width="9" height="9"/></svg>`;
    const made = await withPreparedPicture(Buffer.from(drawing), async (picture) => readFileSync(picture.path, 'utf8'));
    for (const part of [
      'width="38"',
      'height="28"',
      '.a { fill: url(#sky) } @media print',
      '<linearGradient id="sky" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="#fff"/>',
      `<g id="part" class="a" clip-path="url(#cut)" filter="url('#soft')">`,
      '<feGaussianBlur stdDeviation="2"/>',
      '<use xlink:href="#part" x="9"/>',
      '<text x="1" style="font-size: 4px">Pier &amp; quay</text>',
    ])
      expect(made).toContain(part);
    const [, inside = ''] = /<image href="data:image\/jpeg;base64,([^"]*)"/.exec(made) ?? [];
    const bytes = Buffer.from(inside, 'base64');
    expect(bytes.includes(CANARY)).toBe(false);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 64, height: 48 });
  });
});

describe('the process that makes pictures fit', () => {
  it('costs one picture when it is killed, and is there again for the next', async () => {
    const worker = new PictureWorker({ limitMs: 20_000, idleMs: 60_000 });
    const folder = mkdtempSync(path.join(tmpdir(), 'plenum-worker-'));
    const made = async (name: string, side: number): Promise<() => Promise<unknown>> => {
      const input = path.join(folder, name);
      writeFileSync(input, await raster('png', side));
      return () => worker.make({ input, output: `${input}.made`, extension: 'png' });
    };
    const [small, slow] = [await made('small', 60), await made('slow', 1900)];
    expect(await small()).toMatchObject({ extension: 'webp' });
    const first = worker.pid;
    const [killed, next] = [slow().catch((error: unknown) => error), small()];
    // It has been asked by now, and takes seconds.
    await setImmediate();
    process.kill(first ?? 0, 'SIGKILL');
    expect(await killed).toMatchObject({ code: 'invalid', message: pictureProblems.crashed });
    expect(await next).toMatchObject({ extension: 'webp' });
    expect(worker.pid).not.toBe(first);
    await worker.end();
  });

  it('is ended when a picture takes too long, and when there are none', async () => {
    const hurried = new PictureWorker({ limitMs: 30, idleMs: 60_000 });
    await expect(
      withPreparedPicture(await raster('png', 900), () => Promise.resolve(), { worker: hurried }),
    ).rejects.toMatchObject({ code: 'too-large', message: pictureProblems.tooSlow });
    expect(readdirSync(await incomingFolder())).toEqual([]);
    const idle = new PictureWorker({ limitMs: 20_000, idleMs: 100 });
    await withPreparedPicture(await raster('jpg'), () => Promise.resolve(), { worker: idle });
    await expect.poll(() => idle.pid).toBeUndefined();
  });

  it('leaves nothing for long, even when everything ends in the middle', async () => {
    const folder = await incomingFolder();
    for (const name of ['old.brought', 'new.brought']) writeFileSync(path.join(folder, name), 'x');
    const twoHoursAgo = Date.now() / 1000 - 7200;
    utimesSync(path.join(folder, 'old.brought'), twoHoursAgo, twoHoursAgo);
    expect(await sweepIncoming()).toBe(1);
    expect(readdirSync(folder)).toEqual(['new.brought']);
  });
});

function isAsItShouldBe({ outcome }: HostilePicture, made: unknown): boolean {
  const isRefused = made instanceof Refusal && made.code !== 'unavailable' && /^[A-Z].*\.$/s.test(made.message);
  if (made instanceof Error && !isRefused) return false;
  return outcome === 'either' || isRefused === (outcome === 'refused');
}

/** What is still wrong with a picture that was kept. */
async function harmOf(name: string, { hash, extension }: StoredPicture): Promise<readonly string[]> {
  const bytes = readFileSync(path.join(environment().dataDir, 'assets', hash.slice(0, 2), hash));
  const { format, width, height, pageHeight = height, exif, xmp, icc, comments } = await sharp(bytes).metadata();
  if (extension !== 'svg') await sharp(bytes, { animated: true }).stats();
  const harm: Readonly<Record<string, boolean>> = {
    'something of the file came through': bytes.includes(CANARY),
    'not what its name says':
      format !== ({ jpg: 'jpeg', webp: 'webp', svg: 'svg' } as Record<string, string>)[extension],
    'larger than a slide': Math.max(width, pageHeight) > SLIDE_SIDE,
    metadata: [exif, xmp, icc, comments].some((told) => told !== undefined),
    alive: extension === 'svg' && ALIVE.test(bytes.toString()),
  };
  return Object.keys(harm).flatMap((problem) => (harm[problem] === true ? [`${name}: ${problem}`] : []));
}

function storedFiles(): readonly string[] {
  const root = path.join(environment().dataDir, 'assets');
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
}
