import type { FileHandle } from 'node:fs/promises';

import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';

import { entryName } from './entry-name.ts';

/** One entry of an archive as its central directory tells (APPNOTE 6.3.10, 4.3.12). Nothing here is to be believed before it is read. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly crc: number;
  /** Where its local header stands. */
  readonly offset: number;
  readonly encrypted: boolean;
  readonly symlink: boolean;
}

/** Signatures of the end of the central directory, of its locator and record with 64 bits, of an entry and of a local header. */
const END = 0x06054b50;
const END_64_LOCATOR = 0x07064b50;
const END_64 = 0x06064b50;
const ENTRY = 0x02014b50;
export const LOCAL = 0x04034b50;
/** The end of the archive and the longest comment behind it. */
const END_BYTES = 22 + 65_535;
const MOST_ENTRIES = 100_000;
/** A directory of so many entries with long names. */
const MOST_DIRECTORY = 64_000_000;

/** The refusal of what is no archive, or one that is cut off. */
export function brokenZip(): Refusal {
  return new Refusal('invalid', messages.bring.zip.broken);
}

/** Reads the entries of an archive from its central directory. Refuses in a sentence what is none. */
export async function readDirectory(file: FileHandle): Promise<readonly ZipEntry[]> {
  const { size } = await file.stat();
  const { count, length, offset } = await directoryPlace(file, size);
  if (count > MOST_ENTRIES || length > MOST_DIRECTORY)
    throw new Refusal('too-large', messages.bring.zip.tooManyEntries);
  if (offset + length > size) throw brokenZip();
  const bytes = await readAt(file, offset, length);
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count;) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw brokenZip();
    const next = at + 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    if (next > bytes.length) throw brokenZip();
    entries.push(entryOf(bytes.subarray(at, next)));
    at = next;
  }
  return entries;
}

/** So many bytes from a place in a file; refuses where it ends before. */
export async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await file.read(bytes, read, length - read, position + read);
    if (bytesRead === 0) throw brokenZip();
    read += bytesRead;
  }
  return bytes;
}

interface DirectoryPlace {
  readonly count: number;
  readonly length: number;
  readonly offset: number;
}

async function directoryPlace(file: FileHandle, size: number): Promise<DirectoryPlace> {
  const length = Math.min(size, END_BYTES);
  const from = size - length;
  const tail = await readAt(file, from, length);
  for (let at = length - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END) continue;
    const place = {
      count: tail.readUInt16LE(at + 10),
      length: tail.readUInt32LE(at + 12),
      offset: tail.readUInt32LE(at + 16),
    };
    const needs64 = place.count === 0xffff || place.length === 0xffff_ffff || place.offset === 0xffff_ffff;
    return needs64 ? directoryPlace64(file, from + at) : place;
  }
  throw brokenZip();
}

async function directoryPlace64(file: FileHandle, end: number): Promise<DirectoryPlace> {
  if (end < 20) throw brokenZip();
  const locator = await readAt(file, end - 20, 20);
  if (locator.readUInt32LE(0) !== END_64_LOCATOR) throw brokenZip();
  const record = await readAt(file, whole(locator.readBigUInt64LE(8)), 56);
  if (record.readUInt32LE(0) !== END_64) throw brokenZip();
  return {
    count: whole(record.readBigUInt64LE(32)),
    length: whole(record.readBigUInt64LE(40)),
    offset: whole(record.readBigUInt64LE(48)),
  };
}

function whole(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw brokenZip();
  return Number(value);
}

/** The flag of a name that is said to be UTF-8. */
const UTF_8 = 0x800;
const IS_UNIX = 3;
const FILE_TYPE = 0o170000;
const LINK = 0o120000;

function entryOf(bytes: Buffer): ZipEntry {
  const flags = bytes.readUInt16LE(8);
  const nameLength = bytes.readUInt16LE(28);
  const extra = bytes.subarray(46 + nameLength, 46 + nameLength + bytes.readUInt16LE(30));
  const mode = bytes.readUInt32LE(38) >>> 16;
  return {
    name: entryName(bytes.subarray(46, 46 + nameLength), (flags & UTF_8) !== 0),
    method: bytes.readUInt16LE(10),
    crc: bytes.readUInt32LE(16),
    ...sizesOf(bytes, extra),
    encrypted: (flags & 1) === 1,
    symlink: bytes.readUInt8(5) === IS_UNIX && (mode & FILE_TYPE) === LINK,
  };
}

/** What does not fit into 32 bits stands in an extra field, in this order, each only where it is needed (4.5.3). */
function sizesOf(bytes: Buffer, extra: Buffer): Pick<ZipEntry, 'size' | 'compressedSize' | 'offset'> {
  const long = zip64Field(extra);
  let at = 0;
  const value = (short: number): number => {
    if (short !== 0xffff_ffff) return short;
    if (long === null || at + 8 > long.length) throw brokenZip();
    at += 8;
    return whole(long.readBigUInt64LE(at - 8));
  };
  const size = value(bytes.readUInt32LE(24));
  const compressedSize = value(bytes.readUInt32LE(20));
  return { size, compressedSize, offset: value(bytes.readUInt32LE(42)) };
}

function zip64Field(extra: Buffer): Buffer | null {
  for (let at = 0; at + 4 <= extra.length;) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) return extra.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return null;
}
