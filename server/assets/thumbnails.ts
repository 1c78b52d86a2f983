import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

import { THUMBNAIL_WIDTHS, type ThumbnailWidth } from '#lib/assets/thumbnail-widths.ts';
import { database } from '#server/database/client.ts';
import { log } from '#server/log.ts';

import { assetStore } from './asset-store.ts';
import { DamagedBytes, HashCheck, markDamaged } from './check-bytes.ts';
import { makeThumbnail } from './make-thumbnail.ts';
import { incomingFolder } from './prepare-picture.ts';

/** A stored picture, as far as its thumbnails depend on it. */
interface Original {
  readonly hash: string;
  readonly bytes: number;
  readonly width: number | null;
}

/** A file in the store. */
export interface StoredFile {
  readonly name: string;
  readonly size: number;
}

/** More are found out anew. */
const MOST_KNOWN = 10_000;

/** Names of thumbnails that there is no use in making. */
const useless = new Set<string>();
const atWork = new Map<string, Promise<StoredFile | null>>();
let queue: Promise<unknown> = Promise.resolve();

/** Every name under which something is made of a picture. */
export function thumbnailNames(hash: string): readonly string[] {
  return THUMBNAIL_WIDTHS.map((width) => nameOf(hash, width));
}

/**
 * The picture in that width, made when nobody asked for it before; null when it is to be served as it is. Those who ask at once wait
 * for the same one; one is made after the other, so that no page full of them takes the whole machine. Throws when the store does
 * not answer.
 */
export async function thumbnailOf(original: Original, width: ThumbnailWidth): Promise<StoredFile | null> {
  const name = nameOf(original.hash, width);
  if ((original.width !== null && original.width <= width) || useless.has(name)) return null;
  const size = await assetStore().size(name);
  if (size !== null) return { name, size };
  const making = atWork.get(name) ?? inTurn(() => make(original, width));
  atWork.set(name, making);
  try {
    return await making;
  } finally {
    atWork.delete(name);
  }
}

function nameOf(hash: string, width: ThumbnailWidth): string {
  return `${hash}-${width}.webp`;
}

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = queue.then(work);
  queue = turn.catch(() => undefined);
  return turn;
}

async function make(original: Original, width: ThumbnailWidth): Promise<StoredFile | null> {
  const folder = await incomingFolder();
  const [whole, small] = [path.join(folder, `${randomUUID()}.whole`), path.join(folder, `${randomUUID()}.small`)];
  try {
    const store = assetStore();
    // Whoever serves it says what is wrong.
    if ((await store.size(original.hash)) !== original.bytes) return null;
    await pipeline(await store.read(original.hash), new HashCheck(original.hash), createWriteStream(whole));
    const size = (await drawn(original, width, { whole, small })) ? (await stat(small)).size : Infinity;
    if (size < original.bytes) return await keep(original.hash, { name: nameOf(original.hash, width), size }, small);
    if (useless.size >= MOST_KNOWN) useless.clear();
    useless.add(nameOf(original.hash, width));
    return null;
  } catch (error) {
    if (!(error instanceof DamagedBytes)) throw error;
    await markDamaged(original.hash, 'changed');
    return null;
  } finally {
    await Promise.all([rm(whole, { force: true }), rm(small, { force: true })]);
  }
}

async function drawn(
  { hash }: Original,
  width: ThumbnailWidth,
  { whole, small }: { readonly whole: string; readonly small: string },
): Promise<boolean> {
  try {
    return await makeThumbnail(whole, width, small);
  } catch (error) {
    // A browser may still make something of it.
    log.warn('a thumbnail could not be made', { hash, width, error });
    return false;
  }
}

/** While the picture's row is held: the collector, which takes the row last, would never find what is put after it. */
async function keep(hash: string, file: StoredFile, from: string): Promise<StoredFile | null> {
  return database().$transaction(async (tx) => {
    const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM asset WHERE hash = ${hash} FOR KEY SHARE`;
    if (rows.length === 0) return null;
    await assetStore().put(file.name, from);
    return file;
  });
}
