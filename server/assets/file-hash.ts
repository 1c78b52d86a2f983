import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

import type { PictureFile } from './prepare-picture.ts';

/** SHA-256 in hex; a file is read piece by piece. */
export async function fileHash(file: PictureFile): Promise<string> {
  const hash = createHash('sha256');
  if (typeof file !== 'string') return hash.update(file).digest('hex');
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer);
  return hash.digest('hex');
}
