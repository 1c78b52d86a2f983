import sharp, { type Metadata, type Sharp } from 'sharp';

import { MAX_DECODED_BYTES, MAX_FRAMES, MAX_PIXELS, MAX_SIDE, SLIDE_SIDE } from '#lib/assets/asset-limits.ts';
import { Refusal } from '#lib/errors.ts';
import { pictureProblems } from '#lib/messages/picture-problems.ts';

import type { PictureJob } from './picture-job.ts';

/** A file, or the bytes of one. */
export type RasterSource = string | Buffer;
export type RasterKind = Exclude<PictureJob['extension'], 'svg'>;

// One picture at a time and no memory of the last: what it takes is bounded by what one picture takes.
sharp.cache(false);
sharp.concurrency(1);
// Of the forty formats that the library reads, these five.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Nsgif', 'Webp', 'Heif'].flatMap((name) => [
    `VipsForeignLoad${name}File`,
    `VipsForeignLoad${name}Buffer`,
  ]),
});

const FORMATS: Readonly<Record<RasterKind, string>> = {
  png: 'png',
  jpg: 'jpeg',
  gif: 'gif',
  webp: 'webp',
  avif: 'heif',
};
/** Measured: its decoder keeps planes, tiles and the picture side by side. */
const AVIF_BYTES_A_PIXEL = 18;
/** Samples a pixel that a JPEG keeps when it comes in several passes, by how its colours are thinned. */
const JPEG_SAMPLES: Readonly<Record<string, number>> = { '4:2:0': 1.5, '4:2:2': 2 };
const JPEG_SAMPLE_BYTES = 2;
/** Measured: scaling looks at a hundred lines at a time, each sample a float, some of them twice. */
const LINE_BYTES_A_SAMPLE = 1400;
const SAMPLE_BYTES: Readonly<Record<string, number>> = { uchar: 1, char: 1, ushort: 2, short: 2 };

/** What the header says, when the picture is one that can be read within bounds; refuses it otherwise. */
export async function readHeader(source: RasterSource, kind: RasterKind, maxPixels = MAX_PIXELS): Promise<Metadata> {
  // Too many pixels get a sentence of their own; the library would only say that it will not.
  const header = await orDamaged(sharp(source, { limitInputPixels: false }).metadata());
  if (header.format !== FORMATS[kind]) throw new Refusal('invalid', pictureProblems.damaged);
  const problem = excessOf(header, kind, maxPixels);
  if (problem !== null) throw new Refusal('too-large', problem);
  return header;
}

/** What there is too much of, as a sentence. */
function excessOf(header: Metadata, kind: RasterKind, maxPixels: number): string | null {
  const { width, height, pages = 1 } = header;
  const frames = isAnimation(header, kind) ? pages : 1;
  if (Math.max(width, height) > MAX_SIDE) return pictureProblems.tooWide;
  if (frames > MAX_FRAMES) return pictureProblems.tooManyFrames;
  if (width * height * frames > maxPixels) return pictureProblems.tooManyPixels;
  if (unpackedBytes(header, kind) <= MAX_DECODED_BYTES) return null;
  return frames > 1 ? pictureProblems.tooMuchAnimation : pictureProblems.tooMuchUnpacked;
}

/** Whether it moves, by its header. */
export function isAnimation({ pages = 1 }: Metadata, kind: RasterKind): boolean {
  return pages > 1 && isAnimatable(kind);
}

function isAnimatable(kind: RasterKind): boolean {
  return kind === 'gif' || kind === 'webp';
}

/** Opens it upright, in the colours of the web, no larger than a slide. Nothing but pixels leaves the library: metadata stays behind. */
export function openFit(source: RasterSource, { animated }: { readonly animated: boolean }): Sharp {
  return sharp(source, { animated, failOn: 'error', limitInputPixels: MAX_PIXELS, sequentialRead: true })
    .autoOrient()
    .resize({ width: SLIDE_SIDE, height: SLIDE_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb');
}

/** What the library throws about a file is the file's fault. */
export async function orDamaged<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (cause) {
    throw Object.assign(new Refusal('invalid', pictureProblems.damaged), { cause });
  }
}

/** What has to be in memory at once to read it: all frames of an animation, but of a plain PNG only some lines. */
function unpackedBytes(header: Metadata, kind: RasterKind): number {
  const { width, height, pages = 1, channels, depth } = header;
  const pixels = width * height * (isAnimatable(kind) ? pages : 1);
  if (kind === 'avif') return pixels * AVIF_BYTES_A_PIXEL;
  // A plain JPEG is scaled down while it is read.
  if (kind === 'jpg') return header.isProgressive ? pixels * JPEG_SAMPLE_BYTES * jpegSamples(header) : 0;
  const samples = isAnimation(header, kind) ? 4 : channels;
  const lines = width * samples * LINE_BYTES_A_SAMPLE;
  return isReadByLine(header, kind) ? lines : lines + pixels * samples * (SAMPLE_BYTES[depth] ?? 4);
}

/** Unless its lines come in several passes, or it has to be turned. */
function isReadByLine({ isProgressive, orientation = 1 }: Metadata, kind: RasterKind): boolean {
  return kind === 'png' && !isProgressive && orientation === 1;
}

function jpegSamples({ chromaSubsampling = '', channels }: Metadata): number {
  return JPEG_SAMPLES[chromaSubsampling] ?? channels;
}
