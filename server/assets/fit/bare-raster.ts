/**
 * Whether a JPEG or WebP is nothing but its picture: no metadata, no profile, nothing before, between or behind its parts. Of every other kind, and
 * of whatever cannot be followed to its last byte, it is not.
 */
export function isBareRaster(bytes: Buffer, kind: string): boolean {
  if (kind === 'jpg') return isBareJpeg(bytes);
  return kind === 'webp' && isBareWebp(bytes);
}

const PICTURE_CHUNKS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF']);
/** Flags of `VP8X` for a profile and metadata. */
const SAYS_MORE = 0b0010_1100;

function isBareWebp(bytes: Buffer): boolean {
  if (bytes.length < 20 || bytes.readUInt32LE(4) + 8 !== bytes.length) return false;
  let at = 12;
  while (at + 8 <= bytes.length) {
    const name = bytes.toString('latin1', at, at + 4);
    if (!PICTURE_CHUNKS.has(name)) return false;
    if (name === 'VP8X' && ((bytes[at + 8] ?? 0) & SAYS_MORE) !== 0) return false;
    const length = bytes.readUInt32LE(at + 4);
    at += 8 + length + (length % 2);
  }
  return at === bytes.length;
}

const START = 0xffd8;
const END = 0xffd9;
const HEADER = 0xe0;
const SCAN = 0xda;
/** The JFIF header, tables, and how the picture is coded: everything that a decoder needs. */
const TABLES = new Set([HEADER, 0xdb, 0xc4, 0xdd, 0xc0, 0xc1, 0xc2]);
const JFIF = Buffer.from('JFIF\0', 'latin1');

function isBareJpeg(bytes: Buffer): boolean {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== START) return false;
  let at: number | null = 2;
  while (at !== null && at + 4 <= bytes.length) at = afterPart(bytes, at);
  return at !== null && at + 2 === bytes.length && bytes.readUInt16BE(at) === END;
}

/** Where the part behind this one begins, or null when this one is none of the picture. */
function afterPart(bytes: Buffer, at: number): number | null {
  const [ones = 0, marker = 0] = bytes.subarray(at, at + 2);
  const end = at + 2 + bytes.readUInt16BE(at + 2);
  if (ones !== 0xff) return null;
  if (marker === SCAN) return endOfScan(bytes, end);
  if (!TABLES.has(marker)) return null;
  return marker !== HEADER || (end === at + 18 && bytes.subarray(at + 4, at + 9).equals(JFIF)) ? end : null;
}

/** Where the next marker is behind coded data: in them a byte of ones is followed by zero or by one of eight signs to start over. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 2)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}
