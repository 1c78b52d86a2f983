import { isSvg } from './sniff-svg.ts';

/** A picture that browsers show, by its first bytes. */
export interface PictureType {
  readonly type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/avif' | 'image/svg+xml';
  readonly extension: 'png' | 'jpg' | 'gif' | 'webp' | 'avif' | 'svg';
  /** Pixels, where the first bytes tell. */
  readonly width: number | null;
  readonly height: number | null;
}

/** So many bytes of a file tell what it is: an SVG may begin with a long comment. */
export const TELLING_BYTES = 65_536;

/** What kind of picture the bytes are, whatever the file is called; null for anything else. The first of them are enough. */
export function sniffPicture(bytes: Uint8Array): PictureType | null {
  if (begins(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return png(bytes);
  if (begins(bytes, 0, [0xff, 0xd8, 0xff])) return { type: 'image/jpeg', extension: 'jpg', ...jpegSize(bytes) };
  if (ascii(bytes, 0, 6) === 'GIF87a' || ascii(bytes, 0, 6) === 'GIF89a') return gif(bytes);
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP')
    return { type: 'image/webp', extension: 'webp', ...UNKNOWN };
  if (isAvif(bytes)) return { type: 'image/avif', extension: 'avif', ...UNKNOWN };
  if (isSvg(bytes.subarray(0, TELLING_BYTES))) return { type: 'image/svg+xml', extension: 'svg', ...UNKNOWN };
  return null;
}

/** The type to send a stored picture with, by the extension in its address; null for an extension that is never stored. */
export function typeOfExtension(extension: string): PictureType['type'] | null {
  return TYPES.get(extension) ?? null;
}

const TYPES: ReadonlyMap<string, PictureType['type']> = new Map([
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
  ['avif', 'image/avif'],
  ['svg', 'image/svg+xml'],
]);

interface Size {
  readonly width: number | null;
  readonly height: number | null;
}

const UNKNOWN: Size = { width: null, height: null };

function png(bytes: Uint8Array): PictureType {
  const view = viewOf(bytes);
  const size = bytes.length >= 24 ? { width: view.getUint32(16), height: view.getUint32(20) } : UNKNOWN;
  return { type: 'image/png', extension: 'png', ...plausible(size) };
}

function gif(bytes: Uint8Array): PictureType {
  const view = viewOf(bytes);
  const size = bytes.length >= 10 ? { width: view.getUint16(6, true), height: view.getUint16(8, true) } : UNKNOWN;
  return { type: 'image/gif', extension: 'gif', ...plausible(size) };
}

/** By its own name, or by one of the names after it that say as what else it can be read. */
function isAvif(bytes: Uint8Array): boolean {
  return ascii(bytes, 4, 8) === 'ftyp' && /^(?:[^]{4})*(?:avif|avis)/.test(ascii(bytes, 8, 48));
}

/** Walks the segments to the frame header. */
function jpegSize(bytes: Uint8Array): Size {
  const view = viewOf(bytes);
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return plausible({ height: view.getUint16(at + 5), width: view.getUint16(at + 7) });
    at += 2 + view.getUint16(at + 2);
  }
  return UNKNOWN;
}

/** A header may claim anything; the database keeps 32-bit numbers. */
function plausible(size: Size): Size {
  return fits(size.width) && fits(size.height) ? size : UNKNOWN;
}

function fits(side: number | null): boolean {
  return side !== null && side > 0 && side <= 100_000;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function begins(bytes: Uint8Array, at: number, expected: readonly number[]): boolean {
  return expected.every((byte, index) => bytes[at + index] === byte);
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCodePoint(...bytes.subarray(from, to));
}
