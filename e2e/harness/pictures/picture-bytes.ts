import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** Where this word of a file's own is found in what was made of it, something of the file came through. */
export const CANARY = 'PLENUM-CANARY';

export type RasterName = 'png' | 'jpg' | 'webp' | 'gif' | 'avif';
export const RASTER_NAMES: readonly RasterName[] = ['png', 'jpg', 'webp', 'gif', 'avif'];

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="${CANARY}"><script>alert('${CANARY}')</script></rdf:Description></rdf:RDF></x:xmpmeta>`;

/** A small picture full of detail, with the word in its EXIF and XMP. */
export async function raster(name: RasterName, side = 64): Promise<Buffer> {
  const picture = sharp({
    create: {
      width: side,
      height: Math.ceil((side * 3) / 4),
      channels: 3,
      background: '#246',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  });
  const told = picture
    .withExif({
      IFD0: { Copyright: CANARY, ImageDescription: `<script>alert('${CANARY}')</script>` },
      IFD3: { GPSLatitudeRef: 'N' },
    })
    .withXmp(XMP);
  switch (name) {
    case 'png':
      return told.png().toBuffer();
    case 'jpg':
      return told.jpeg().toBuffer();
    case 'webp':
      return told.webp().toBuffer();
    case 'gif':
      return told.gif().toBuffer();
    case 'avif':
      return told.avif({ effort: 0 }).toBuffer();
  }
}

/** A picture of one colour, of any size, in no time. */
export function flat(width: number, height: number, red = 20): Sharp {
  return sharp({
    create: { width, height, channels: 3, background: { r: red, g: 90, b: 140 } },
    limitInputPixels: false,
  });
}

export const PNG_MAGIC = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

export interface PngParts {
  readonly width: number;
  readonly height: number;
  readonly depth?: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGBA. */
  readonly colour?: number;
  readonly interlaced?: boolean;
  readonly pixels: Uint8Array;
  readonly extra?: readonly Buffer[];
}

/** A PNG that says what it is told to say, true or not. */
export function png({
  width,
  height,
  depth = 8,
  colour = 2,
  interlaced = false,
  pixels,
  extra = [],
}: PngParts): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colour, 0, 0, interlaced ? 1 : 0], 8);
  return Buffer.concat([
    PNG_MAGIC,
    pngChunk('IHDR', header),
    ...extra,
    pngChunk('IDAT', deflateSync(pixels)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Puts chunks behind the header of a PNG. */
export function withPngChunks(bytes: Buffer, chunks: readonly Buffer[]): Buffer {
  return Buffer.concat([bytes.subarray(0, 33), ...chunks, bytes.subarray(33)]);
}

/** Puts a segment behind the first two bytes of a JPEG. */
export function withJpegSegment(bytes: Buffer, marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([bytes.subarray(0, 2), head, data, bytes.subarray(2)]);
}

/** A GIF of so many frames of one pixel, each by itself; without an end unless told. */
export function gifOf(frames: number, { width = 1, height = 1, end = true } = {}): Buffer {
  const head = Buffer.from('GIF89a\0\0\0\0\u0080\0\0\0\0\0\u00ff\u00ff\u00ff', 'latin1');
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  const frame = Buffer.from('!\u00f9\u0004\0\u0005\0\0\0,\0\0\0\0\u0001\0\u0001\0\0\u0002\u0002D\u0001\0', 'latin1');
  return Buffer.concat([head, ...Array.from({ length: frames }, () => frame), Buffer.from(end ? ';' : '')]);
}
