import { randomUUID } from 'node:crypto';
import { mkdir, open, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { MAX_PICTURE_BYTES, MAX_SVG_BYTES } from '#lib/assets/asset-limits.ts';
import { sniffPicture, TELLING_BYTES, type PictureType } from '#lib/assets/sniff-picture.ts';
import { sniffUnfit } from '#lib/assets/sniff-unfit.ts';
import { Refusal } from '#lib/errors.ts';
import { pictureProblems } from '#lib/messages/picture-problems.ts';
import { environment } from '#server/environment.ts';

import { fileHash } from './file-hash.ts';
import { pictureWorker } from './fit/picture-worker.ts';

/** A picture that is fit to be kept: harmless, and no larger than a slide can show. */
export interface PreparedPicture extends PictureType {
  /** SHA-256 of its bytes, hex. */
  readonly hash: string;
  /** SHA-256 of the file that it was made of, hex. */
  readonly sourceHash: string;
  readonly bytes: number;
  /** Where it lies until `take` has ended. */
  readonly path: string;
}

/** A file that was brought: its bytes, or where it lies. */
export type PictureFile = Uint8Array | string;

/** Where files lie while they come in and are made fit: `assets/incoming` in the folder for data, made when missing. */
export async function incomingFolder(): Promise<string> {
  const folder = path.join(environment().dataDir, 'assets', 'incoming');
  await mkdir(folder, { recursive: true });
  return folder;
}

/** How to make a picture fit, where it is not as everywhere. */
export interface Preparation {
  /** SHA-256 of the file, where it is known already. */
  readonly sourceHash?: string;
  readonly worker?: Pick<ReturnType<typeof pictureWorker>, 'make'>;
}

/**
 * Makes a file fit to be kept, hands it to `take`, and leaves nothing behind. Pictures are always drawn anew, from their pixels or
 * from what is harmless in an SVG: nothing else of a file is ever served. Refuses with one sentence what is none, damaged or too large.
 */
export async function withPreparedPicture<T>(
  source: PictureFile,
  take: (picture: PreparedPicture) => Promise<T>,
  { sourceHash, worker = pictureWorker() }: Preparation = {},
): Promise<T> {
  const { extension } = await pictureTypeOf(source);
  const folder = await incomingFolder();
  const name = path.join(folder, randomUUID());
  const [brought, output] = [`${name}.brought`, `${name}.made`];
  try {
    if (typeof source !== 'string') await writeFile(brought, source);
    const input = typeof source === 'string' ? path.resolve(source) : brought;
    const made = await worker.make({ input, output, extension });
    const [hash, { size: bytes }] = await Promise.all([fileHash(output), stat(output)]);
    return await take({ ...made, hash, sourceHash: sourceHash ?? (await fileHash(source)), bytes, path: output });
  } finally {
    await Promise.all([rm(brought, { force: true }), rm(output, { force: true })]);
  }
}

/** What kind of picture a file is, by its first bytes and its size. Refuses with one sentence what is none, or too large for one. */
async function pictureTypeOf(source: PictureFile): Promise<PictureType> {
  const bytes = typeof source === 'string' ? (await stat(source)).size : source.length;
  if (bytes === 0) throw new Refusal('invalid', pictureProblems.empty);
  const head = typeof source === 'string' ? await headOf(source) : source.subarray(0, TELLING_BYTES);
  const picture = sniffPicture(head);
  const kind = picture === null ? sniffUnfit(head) : null;
  if (kind !== null) throw new Refusal('invalid', pictureProblems.unfit[kind]);
  if (bytes > MAX_PICTURE_BYTES) throw new Refusal('too-large', pictureProblems.tooManyBytes);
  if (picture === null) throw new Refusal('invalid', pictureProblems.none);
  if (picture.extension === 'svg' && bytes > MAX_SVG_BYTES)
    throw new Refusal('too-large', pictureProblems.svgTooManyBytes);
  return picture;
}

async function headOf(file: string): Promise<Uint8Array> {
  const opened = await open(file);
  try {
    const { buffer, bytesRead } = await opened.read(new Uint8Array(TELLING_BYTES), 0, TELLING_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await opened.close();
  }
}
