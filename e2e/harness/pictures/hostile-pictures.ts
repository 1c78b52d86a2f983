import { deflateSync, gzipSync } from 'node:zlib';

import {
  CANARY,
  flat,
  gifOf,
  png,
  pngChunk,
  raster,
  RASTER_NAMES,
  withJpegSegment,
  withPngChunks,
  type RasterName,
} from './picture-bytes.ts';
import { CLEANED_SVGS, REFUSED_SVGS } from './hostile-svgs.ts';

/** A file that somebody brings as a picture. */
export interface HostilePicture {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What must come of it; `either`: a refusal or a harmless picture. */
  readonly outcome: 'refused' | 'made' | 'either';
}

type Outcome = HostilePicture['outcome'];
type Rasters = Readonly<Record<RasterName, Buffer>>;

/** Over 200 of them, the same each time but for the noise that small pictures are made of. */
export async function hostilePictures(): Promise<readonly HostilePicture[]> {
  const rasters = Object.fromEntries(
    await Promise.all(RASTER_NAMES.map(async (name) => [name, await raster(name)] as const)),
  ) as Rasters;
  return [
    ...RASTER_NAMES.flatMap((name) => truncated(name, rasters[name])),
    ...RASTER_NAMES.flatMap((name) => scratched(name, rasters[name])),
    ...toldInMetadata(rasters),
    ...polyglots(rasters),
    ...lies(rasters),
    ...(await bombs()),
    ...noPictures(),
    ...Object.entries(REFUSED_SVGS).map(([name, text]) => file(`SVG: ${name}`, text, 'refused')),
    ...Object.entries(CLEANED_SVGS).map(([name, text]) => file(`SVG: ${name}`, text, 'made')),
    ...encodedSvgs(),
  ];
}

function file(name: string, bytes: Uint8Array | string, outcome: Outcome): HostilePicture {
  return { name, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes, outcome };
}

/** Cut off at many places: only at the very end may something be left that is whole. */
function truncated(name: RasterName, bytes: Buffer): readonly HostilePicture[] {
  const places = [4, 8, 12, 20, 33, 64].map((at) => at / bytes.length);
  return [...places, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99].map((part) => {
    const length = Math.min(bytes.length - 3, Math.round(bytes.length * part));
    return file(`${name}, its first ${length} bytes`, bytes.subarray(0, length), part < 0.9 ? 'refused' : 'either');
  });
}

/** Single bytes changed, by a rule instead of by chance. */
function scratched(name: RasterName, bytes: Buffer): readonly HostilePicture[] {
  return Array.from({ length: 8 }, (_, seed) => {
    const copy = Buffer.from(bytes);
    for (let at = 13 + seed * 7; at < copy.length; at += 40 + seed * 61) copy[at] = (copy[at] ?? 0) ^ (1 << (seed % 8));
    return file(`${name}, scratched by rule ${seed}`, copy, 'either');
  });
}

function toldInMetadata(rasters: Rasters): readonly HostilePicture[] {
  const script = Buffer.from(`<script>alert('${CANARY}')</script>`);
  const text = (type: string, data: Uint8Array): Buffer =>
    pngChunk(type, Buffer.concat([Buffer.from('Comment\0'), data]));
  return [
    ...RASTER_NAMES.map((name) => file(`${name}, EXIF and XMP with scripts`, rasters[name], 'made')),
    file('PNG with a comment', withPngChunks(rasters.png, [text('tEXt', script)]), 'made'),
    file(
      'PNG with a packed comment',
      withPngChunks(rasters.png, [text('zTXt', Buffer.concat([Buffer.from([0]), deflateSync(script)]))]),
      'made',
    ),
    file(
      'PNG with an international comment',
      withPngChunks(rasters.png, [text('iTXt', Buffer.concat([Buffer.from([0, 0, 0, 0]), script]))]),
      'made',
    ),
    file('PNG with chunks of its own', withPngChunks(rasters.png, [pngChunk('cnRy', script)]), 'made'),
    file(
      'PNG with a broken profile',
      withPngChunks(rasters.png, [text('iCCP', Buffer.concat([Buffer.from([0]), deflateSync(script)]))]),
      'either',
    ),
    file('JPEG with a comment', withJpegSegment(rasters.jpg, 0xfe, script), 'made'),
    file('JPEG with a segment of its own', withJpegSegment(rasters.jpg, 0xee, script), 'made'),
    file(
      'JPEG with a broken profile',
      withJpegSegment(rasters.jpg, 0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0\u0001\u0001'), script])),
      'either',
    ),
    file(
      'JPEG with broken EXIF',
      withJpegSegment(rasters.jpg, 0xe1, Buffer.concat([Buffer.from('Exif\0\0MM\0*\u00ff\u00ff'), script])),
      'either',
    ),
    file(
      'GIF with a comment',
      Buffer.concat([
        rasters.gif.subarray(0, -1),
        Buffer.from([0x21, 0xfe, script.length]),
        script,
        Buffer.from([0, 0x3b]),
      ]),
      'made',
    ),
  ];
}

function polyglots(rasters: Rasters): readonly HostilePicture[] {
  const page = Buffer.from(`<html><body onload="alert('${CANARY}')"></body></html>`);
  const zip = Buffer.from(`PK\u0003\u0004${CANARY}PK\u0005\u0006${'\0'.repeat(18)}`, 'latin1');
  const gifScript = Buffer.concat([
    Buffer.from(`GIF89a=1/*`),
    gifOf(1).subarray(10),
    Buffer.from(`*/;alert('${CANARY}')`),
  ]);
  return [
    ...RASTER_NAMES.flatMap((name) => [
      file(`${name} and a page`, Buffer.concat([rasters[name], page]), name === 'avif' ? 'either' : 'made'),
      file(`${name} and an archive`, Buffer.concat([rasters[name], zip]), name === 'avif' ? 'either' : 'made'),
      file(`a page and ${name}`, Buffer.concat([page, rasters[name]]), 'refused'),
    ]),
    file('GIF that is a script', gifScript, 'either'),
    file('JPEG that is a script', withJpegSegment(rasters.jpg, 0xfe, Buffer.from(`*/=alert('${CANARY}')/*`)), 'made'),
    file('two pictures in one', Buffer.concat([rasters.png, rasters.jpg]), 'made'),
    file('PNG and a PDF', Buffer.concat([rasters.png, Buffer.from(`%PDF-1.7 ${CANARY}`)]), 'made'),
    file(
      'SVG and a page',
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"></svg><script>${CANARY}</script>`,
      'refused',
    ),
  ];
}

function lies(rasters: Rasters): readonly HostilePicture[] {
  const patched = (bytes: Buffer, patch: (copy: Buffer) => void): Buffer => {
    const copy = Buffer.from(bytes);
    patch(copy);
    return copy;
  };
  const frame = rasters.jpg.indexOf(Buffer.from([0xff, 0xc0]));
  const line = Buffer.alloc(31, 7);
  return [
    file('PNG of no width', png({ width: 0, height: 9, pixels: line }), 'refused'),
    file('PNG of no pixels', png({ width: 10, height: 10, pixels: new Uint8Array() }), 'refused'),
    file('PNG that is wider than its pixels', png({ width: 4000, height: 4000, pixels: line }), 'refused'),
    file(
      'PNG that is smaller than its pixels',
      png({ width: 10, height: 1, pixels: Buffer.concat([Buffer.alloc(31), line]) }),
      'either',
    ),
    file(
      'PNG of four thousand million pixels a side',
      png({ width: 0xffffffff, height: 0xffffffff, pixels: line }),
      'refused',
    ),
    file('PNG of unknown colours', png({ width: 10, height: 1, colour: 5, pixels: line }), 'refused'),
    file('PNG of three bits', png({ width: 10, height: 1, depth: 3, pixels: line }), 'refused'),
    file('PNG of a palette without one', png({ width: 10, height: 1, colour: 3, pixels: Buffer.alloc(11) }), 'refused'),
    file(
      'PNG with a false sum',
      patched(rasters.png, (copy) => copy.writeUInt32BE(1, 29)),
      'refused',
    ),
    file('PNG with two headers', withPngChunks(rasters.png, [rasters.png.subarray(8, 33)]), 'either'),
    file(
      'PNG with a chunk of two thousand million bytes',
      patched(rasters.png, (copy) => copy.writeUInt32BE(0x7fffffff, 33)),
      'refused',
    ),
    file(
      'JPEG of no height',
      patched(rasters.jpg, (copy) => copy.writeUInt16BE(0, frame + 5)),
      'refused',
    ),
    file(
      'JPEG of 65,535 pixels a side',
      patched(rasters.jpg, (copy) => copy.writeUInt32BE(0xffffffff, frame + 5)),
      'refused',
    ),
    file(
      'JPEG that is higher than its pixels',
      patched(rasters.jpg, (copy) => copy.writeUInt16BE(4800, frame + 5)),
      'either',
    ),
    file(
      'JPEG of nine colours',
      patched(rasters.jpg, (copy) => copy.writeUInt8(9, frame + 9)),
      'refused',
    ),
    file(
      'JPEG of twelve bits',
      patched(rasters.jpg, (copy) => copy.writeUInt8(12, frame + 4)),
      'refused',
    ),
    file('GIF of 65,535 pixels a side', gifOf(2, { width: 65_535, height: 65_535 }), 'either'),
    file('GIF of no size', gifOf(1, { width: 0, height: 0 }), 'either'),
    file('GIF without frames', gifOf(0), 'refused'),
    file(
      'GIF with frames outside of it',
      patched(gifOf(2, { width: 4, height: 4 }), (copy) => copy.writeUInt16LE(60_000, 28)),
      'either',
    ),
    file('GIF without an end', gifOf(2, { end: false }), 'either'),
    file(
      'WebP that is longer than it is',
      patched(rasters.webp, (copy) => copy.writeUInt32LE(0xfffffff0, 4)),
      'either',
    ),
    file(
      'WebP of no length',
      patched(rasters.webp, (copy) => copy.writeUInt32LE(0, 4)),
      'refused',
    ),
    file(
      'WebP of a canvas of its own',
      patched(rasters.webp, (copy) => copy.writeUIntLE(0xffffff, 24, 3)),
      'refused',
    ),
    file(
      'AVIF of another size',
      patched(rasters.avif, (copy) => copy.writeUInt32BE(40_000, copy.indexOf('ispe') + 8)),
      'refused',
    ),
    file(
      'AVIF that calls itself HEIC',
      patched(rasters.avif, (copy) => copy.write('heicxxxxheicheic', 8, 'latin1')),
      'refused',
    ),
    file(
      'AVIF without its items',
      patched(rasters.avif, (copy) => copy.write('free', copy.indexOf('iloc'), 'latin1')),
      'refused',
    ),
    file('JPEG that begins like a PNG', Buffer.concat([rasters.png.subarray(0, 8), rasters.jpg]), 'refused'),
    file('PNG that begins like a JPEG', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), rasters.png]), 'refused'),
  ];
}

async function bombs(): Promise<readonly HostilePicture[]> {
  const zeros = deflateSync(Buffer.alloc(60_000_000), { level: 9 });
  const small = await raster('png', 16);
  return [
    file('PNG of 50,000 pixels in a row', await flat(50_000, 4).png().toBuffer(), 'refused'),
    file('PNG of 50,000 pixels upwards', await flat(4, 50_000).png().toBuffer(), 'refused'),
    file('JPEG of 50,000 pixels in a row', await flat(50_000, 8).jpeg().toBuffer(), 'refused'),
    file(
      'PNG of 900 megapixels of one bit',
      png({ width: 30_000, height: 30_000, depth: 1, colour: 0, pixels: Buffer.alloc(100_000) }),
      'refused',
    ),
    file(
      'PNG of 48 megapixels in 50 kB',
      png({ width: 30_000, height: 1600, colour: 0, pixels: Buffer.alloc(30_001 * 1600) }),
      'made',
    ),
    file(
      'PNG of 48 megapixels of RGBA of 16 bits',
      png({ width: 8000, height: 6000, depth: 16, colour: 6, pixels: Buffer.alloc(9) }),
      'refused',
    ),
    file(
      'PNG with a comment of 60 MB',
      withPngChunks(small, [pngChunk('zTXt', Buffer.concat([Buffer.from('a\0\0'), zeros]))]),
      'either',
    ),
    file(
      'PNG with a profile of 60 MB',
      withPngChunks(small, [pngChunk('iCCP', Buffer.concat([Buffer.from('a\0\0'), zeros]))]),
      'either',
    ),
    file(
      'PNG with 60,000 comments',
      withPngChunks(
        small,
        Array.from({ length: 60_000 }, () => pngChunk('tEXt', Buffer.from(`a\0${CANARY}`))),
      ),
      'either',
    ),
    file('JPEG with 2,000 segments', await jpegWithSegments(2000), 'either'),
    file('JPEG of 60 megapixels', await flat(10_000, 6000).jpeg().toBuffer(), 'refused'),
    file(
      'JPEG in passes of 49 megapixels of full colour',
      await flat(7000, 7000).jpeg({ progressive: true, chromaSubsampling: '4:4:4' }).toBuffer(),
      'refused',
    ),
    file('WebP of 60 megapixels', await flat(10_000, 6000).webp({ effort: 0 }).toBuffer(), 'refused'),
    file(
      'WebP of 45 megapixels with alpha',
      await flat(9000, 5000).ensureAlpha(0.5).webp({ effort: 0 }).toBuffer(),
      'refused',
    ),
    file('AVIF of 12 megapixels', await flat(4000, 3000).avif({ effort: 0 }).toBuffer(), 'refused'),
    file('GIF of 301 frames', gifOf(301), 'refused'),
    file('GIF of 300 frames', gifOf(300), 'made'),
    file('GIF that does not end', gifOf(200_000, { end: false }), 'refused'),
    file('GIF of 300 frames of a megapixel', gifOf(300, { width: 1000, height: 1000 }), 'refused'),
  ];
}

async function jpegWithSegments(count: number): Promise<Buffer> {
  const bytes = await raster('jpg', 16);
  const segment = withJpegSegment(Buffer.alloc(2), 0xef, Buffer.from(CANARY.repeat(100))).subarray(2);
  return Buffer.concat([bytes.subarray(0, 2), ...Array.from({ length: count }, () => segment), bytes.subarray(2)]);
}

/** What people bring as a picture, whatever it is called. */
function noPictures(): readonly HostilePicture[] {
  const head = (text: string): Buffer =>
    Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(64), Buffer.from(CANARY)]);
  const starts: Readonly<Record<string, string>> = {
    'a PDF': '%PDF-1.7\n',
    'a PDF after a line': '\n\n%PDF-1.4\n',
    'a HEIC photo': '\0\0\0\u0018ftypheic\0\0\0\0mif1heic',
    'a HEIF sequence': '\0\0\0\u0018ftypmsf1\0\0\0\0hevc',
    'an MP4 film': '\0\0\0\u0018ftypisom\0\0\0\0mp42',
    'a film of a phone': '\0\0\0\u0014ftypqt  \0\0\0\0',
    'a WebM film': '\u001aE\u00df\u00a3',
    'an AVI film': 'RIFF\0\0\0\0AVI LIST',
    'a recording': 'RIFF\0\0\0\0WAVEfmt ',
    'an MP3': 'ID3\u0003\0',
    'a TIFF': 'II*\0\u0008\0\0\0',
    'a large TIFF': 'MM\0+\0\u0008\0\0',
    'a bitmap': 'BM\u0036\0\0\0\0\0\0\0',
    'an icon': '\0\0\u0001\0\u0001\0',
    'a JPEG XL': '\0\0\0\u000cJXL \r\n\u0087\n',
    'a JPEG 2000': '\0\0\0\u000cjP  \r\n\u0087\n',
    'a Photoshop file': '8BPS\0\u0001',
    'a Word file': 'PK\u0003\u0004' + '\0'.repeat(26) + '[Content_Types].xml',
    'an old Word file': '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
    'an archive': 'PK\u0003\u0004',
    'a web page': '<!DOCTYPE html><html><body>',
    'a page without a type': '<script>alert(1)</script>',
    'a program': '\u007fELF\u0002\u0001\u0001',
    'a script': '#!/bin/sh\n',
    'a feed': '<?xml version="1.0"?><rss>',
    PostScript: '%!PS-Adobe-3.0 EPSF-3.0\n',
    'a MVG script': "push graphic-context\nfill 'url(https://evil.example/)'\n",
    text: 'Once upon a time there was no picture.',
  };
  return [
    ...Object.entries(starts).map(([name, start]) => file(name, head(start), 'refused')),
    file('nothing', new Uint8Array(), 'refused'),
    file('a byte', Uint8Array.of(0x89), 'refused'),
    file('zeros', new Uint8Array(1000), 'refused'),
    file('more than 20 MB of zeros', new Uint8Array(20_000_001), 'refused'),
  ];
}

function encodedSvgs(): readonly HostilePicture[] {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>${CANARY}</script><text>é</text></svg>`;
  const wide = Buffer.from(`\ufeff${drawing}`, 'utf16le');
  return [
    file('SVG in UTF-16', wide, 'refused'),
    file('SVG in Latin-1', Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${drawing}`, 'latin1'), 'refused'),
    file('SVG after a byte order mark', `\ufeff<?xml version="1.0"?>\n${drawing}`, 'made'),
    file('SVG after a long comment', `<!--${'-.'.repeat(20_000)}-->${drawing}`, 'made'),
    file('SVG that is packed', gzipSync(drawing), 'refused'),
    file('SVG with a zero', drawing.replace('é', '\0'), 'refused'),
    file('SVG of more than a megabyte', drawing.replace('é', 'e'.repeat(1_000_000)), 'refused'),
  ];
}
