import type { Readable } from 'node:stream';

import { environment } from '#server/environment.ts';

import { folderStore } from './folder-store.ts';
import { s3Store } from './s3-store.ts';

/** A stretch of a file in bytes; both ends are part of it. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Where the bytes of pictures lie, by name: the SHA-256 of the bytes in hex, or that and a width for what is made of them. Every
 * act is whole or not at all, and can be done again. Throws when the store does not answer.
 */
export interface AssetStore {
  /** Keeps a copy of the file at `path` under this name, in place of what was there: it is safe when this returns. */
  put(name: string, path: string): Promise<void>;
  /** How many bytes it has; null when it is not there. */
  size(name: string): Promise<number | null>;
  /** Its bytes, or those of a stretch that lies in it. Throws when it is not there, at once or while it is read. */
  read(name: string, range?: ByteRange): Promise<Readable>;
  /** Nothing happens when it is not there. */
  remove(name: string): Promise<void>;
}

let opened: AssetStore | undefined;

/** The store of this process, as the environment says. */
export function assetStore(): AssetStore {
  const { s3, dataDir } = environment();
  opened ??= s3 === null ? folderStore(dataDir) : s3Store(s3);
  return opened;
}
