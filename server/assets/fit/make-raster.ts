import { readFile } from 'node:fs/promises';
import sharp, { type Metadata, type OutputInfo, type Sharp } from 'sharp';

import { FULL_SLIDE_BYTES, FULL_SLIDE_WIDTH } from '#lib/assets/asset-limits.ts';

import { isBareRaster } from './bare-raster.ts';
import type { MadePicture } from './picture-reply.ts';
import { isAnimation, openFit, orDamaged, readHeader, type RasterKind, type RasterSource } from './read-raster.ts';

/** A picture with its bytes. */
export interface MadeRaster extends MadePicture {
  readonly bytes: Buffer;
}

interface Pixels {
  readonly data: Buffer;
  readonly info: OutputInfo;
}

/** From the best to the smallest that still looks well. */
const QUALITIES = [82, 74, 66, 58, 50] as const;
/** A lossless picture up to this size is good as it is; in bytes. */
const SMALL_LOSSLESS = 150_000;
/** Above it, lossy has to be this much smaller to be worth it. */
const WORTH_IT = 0.5;

/** A picture that is no larger than this much of what would be made of it stays as it is, in bytes. */
const GOOD_AS_IT_IS = 1.1;

/**
 * Draws a picture anew from its pixels, so that nothing else of the file is left. One that is nothing but its picture, as every one is that was made
 * here or by another Plenum, keeps its bytes: drawing it anew would only lose. Refuses what is damaged or too large.
 */
export async function makeRaster(source: RasterSource, kind: RasterKind, maxPixels?: number): Promise<MadeRaster> {
  const header = await readHeader(source, kind, maxPixels);
  const made = await drawnAnew(source, kind, header);
  if (kind !== made.extension || !isAsWide(header, made)) return made;
  const bytes = typeof source === 'string' ? await readFile(source) : source;
  return bytes.length <= made.bytes.length * GOOD_AS_IT_IS && isBareRaster(bytes, kind) ? { ...made, bytes } : made;
}

/** Not scaled, not turned, in the colours of the web. */
function isAsWide(
  { width, height, pageHeight = height, orientation = 1, space, depth }: Metadata,
  made: MadeRaster,
): boolean {
  const same = width === made.width && pageHeight === made.height;
  return same && orientation === 1 && (space === 'srgb' || space === 'b-w') && depth === 'uchar';
}

async function drawnAnew(source: RasterSource, kind: RasterKind, header: Metadata): Promise<MadeRaster> {
  if (isAnimation(header, kind)) return makeAnimation(source);
  const pixels = await orDamaged(
    openFit(source, { animated: false }).raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true }),
  );
  const { width, height } = pixels.info;
  return kind === 'jpg'
    ? { type: 'image/jpeg', extension: 'jpg', width, height, bytes: await photograph(pixels) }
    : { type: 'image/webp', extension: 'webp', width, height, bytes: await drawing(pixels) };
}

async function photograph(pixels: Pixels): Promise<Buffer> {
  return squeezed(pixels, (quality) => drawn(pixels).jpeg({ quality, mozjpeg: true }).toBuffer());
}

/** Screenshots and charts stay as they are, letter by letter; photographs that were saved as PNG need not. */
async function drawing(pixels: Pixels): Promise<Buffer> {
  const lossless = await drawn(pixels).webp({ lossless: true, effort: 2 }).toBuffer();
  if (lossless.length <= SMALL_LOSSLESS) return lossless;
  const lossy = await squeezed(pixels, (quality) => drawn(pixels).webp({ quality, smartSubsample: true }).toBuffer());
  return lossy.length < lossless.length * WORTH_IT ? lossy : lossless;
}

/** What fills a slide is waited for by everybody at once: the first quality with which it is small enough, or the last. */
async function squeezed({ info }: Pixels, encode: (quality: number) => Promise<Buffer>): Promise<Buffer> {
  const [best, ...others] = QUALITIES;
  let bytes = await encode(best);
  if (info.width <= FULL_SLIDE_WIDTH) return bytes;
  for (const quality of others) {
    if (bytes.length <= FULL_SLIDE_BYTES) return bytes;
    bytes = await encode(quality);
  }
  return bytes;
}

async function makeAnimation(source: RasterSource): Promise<MadeRaster> {
  const { data, info } = await orDamaged(
    openFit(source, { animated: true })
      .webp({ quality: 82, effort: 3, mixed: true })
      .toBuffer({ resolveWithObject: true }),
  );
  const { width, height, pageHeight = height } = info;
  return { type: 'image/webp', extension: 'webp', width, height: pageHeight, bytes: data };
}

function drawn({ data, info: { width, height, channels } }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels } });
}
