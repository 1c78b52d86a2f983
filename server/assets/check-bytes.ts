import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

import { database } from '#server/database/client.ts';
import { log } from '#server/log.ts';

/** What is stored under a hash is something else. */
export class DamagedBytes extends Error {
  override readonly name = 'DamagedBytes';
}

/** Lets bytes through and ends with a DamagedBytes, before the last of them, when they are not those of the hash: then nobody has the whole. */
export class HashCheck extends Transform {
  readonly #expected: string;
  readonly #hash = createHash('sha256');
  #last: Buffer | null = null;

  constructor(expected: string) {
    super();
    this.#expected = expected;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#hash.update(chunk);
    const before = this.#last;
    this.#last = chunk;
    if (before === null) done();
    else done(null, before);
  }

  override _flush(done: TransformCallback): void {
    if (this.#hash.digest('hex') === this.#expected) done(null, this.#last);
    else done(new DamagedBytes('the bytes of a picture are not those of its hash'));
  }
}

/** Notes that what is stored under a hash is not its picture: said once, until somebody brings the same picture again. */
export async function markDamaged(hash: string, reason: 'gone' | 'of another size' | 'changed'): Promise<void> {
  const { count } = await database().asset.updateMany({
    where: { hash, damagedAt: null },
    data: { damagedAt: new Date() },
  });
  if (count > 0)
    log.error('the bytes of a picture are damaged: bringing the same file again heals it', { hash, reason });
}

/** Notes that the bytes are those of the hash after all. */
export async function markSound(hash: string): Promise<void> {
  await database().asset.updateMany({ where: { hash, damagedAt: { not: null } }, data: { damagedAt: null } });
}
