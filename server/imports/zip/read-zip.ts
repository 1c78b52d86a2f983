import { open, type FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';

import { Refusal } from '#lib/errors.ts';
import { isHidden, kindOfFile } from '#lib/imports/analyse-files.ts';
import { cleanFileName } from '#lib/imports/file-name.ts';
import type { ImportProblem } from '#lib/imports/import-plan.ts';
import { messages } from '#lib/messages/en.ts';

import { mostBytes, type SourceFile } from '#server/imports/stage-files.ts';
import { brokenZip, LOCAL, readAt, readDirectory, type ZipEntry } from './zip-directory.ts';

const inflate = promisify(inflateRaw);

/** What all files of an archive may have together when they are unpacked: so many bytes in any case, and more as a multiple of the archive. */
const ALWAYS_BYTES = 200_000_000;
const MOST_RATIO = 100;
const STORED = 0;
const DEFLATED = 8;

/**
 * The files of an archive on the disk, one at a time: only what an import can use is unpacked, in memory, never to a path. Everything is
 * counted as it is unpacked, whatever the archive says of itself. Refuses in a sentence what is no archive, and one that is made to burst.
 */
export async function* readZip(path: string): AsyncGenerator<SourceFile> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const entries = await readDirectory(file);
    const left = { bytes: Math.max(ALWAYS_BYTES, size * MOST_RATIO) };
    for (const entry of entries) {
      const found = await sourceOf(file, entry, left);
      if (found !== null) yield found;
    }
  } finally {
    await file.close();
  }
}

async function sourceOf(file: FileHandle, entry: ZipEntry, left: { bytes: number }): Promise<SourceFile | null> {
  const { name, size } = entry;
  const clean = cleanFileName(name);
  // Folders have no bytes.
  if (/[\\/]$/.test(name) || isHidden(clean.name)) return null;
  const problem = clean.problem ?? problemBefore(entry);
  if (problem !== null) return { name, bytes: null, size, problem };
  const bytes = await unpacked(file, entry, Math.min(mostBytes(clean.name), left.bytes));
  if (!(bytes instanceof Uint8Array)) return { name, bytes: null, size, problem: bytes };
  left.bytes -= bytes.length;
  return { name, bytes };
}

/** What can be told of an entry without unpacking it. */
function problemBefore({ name, symlink, encrypted, size, method }: ZipEntry): ImportProblem | null {
  if (symlink) return { code: 'link' };
  const clean = cleanFileName(name).name;
  if (kindOfFile(clean) === 'other') return { code: 'unknown-type' };
  if (encrypted) return { code: 'locked' };
  const limit = mostBytes(clean);
  if (size > limit) return { code: 'too-large', bytes: size, limit };
  return method === STORED || method === DEFLATED ? null : { code: 'damaged' };
}

async function unpacked(file: FileHandle, entry: ZipEntry, most: number): Promise<Uint8Array | ImportProblem> {
  const { compressedSize, size, crc, method } = entry;
  // An honest file never grows by packing, but for a little.
  if (compressedSize > mostBytes(entry.name) + 100_000) throw brokenZip();
  const packed = await readAt(file, await dataPlace(file, entry), compressedSize);
  const bytes = method === STORED ? packed : await inflated(packed, most);
  if (bytes === null || bytes.length !== size || crc32(bytes) !== crc) return { code: 'damaged' };
  if (bytes.length > most) throw burst();
  return bytes;
}

/** Null for what is damaged. Ends as soon as there are more bytes than there may be. */
async function inflated(packed: Buffer, most: number): Promise<Buffer | null> {
  try {
    return await inflate(packed, { maxOutputLength: most });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ERR_BUFFER_TOO_LARGE') throw burst();
    return null;
  }
}

/** The local header says where the bytes begin; its sizes are not asked, the directory has them. */
async function dataPlace(file: FileHandle, { offset }: ZipEntry): Promise<number> {
  const header = await readAt(file, offset, 30);
  if (header.readUInt32LE(0) !== LOCAL) throw brokenZip();
  return offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

function burst(): Refusal {
  return new Refusal('too-large', messages.bring.zip.burst);
}
