import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';
import { incomingFolder } from '#server/assets/prepare-picture.ts';
import { isFull, storeTrouble } from '#server/assets/store-trouble.ts';
import { database } from '#server/database/client.ts';

import { stageFiles } from './stage-files.ts';
import { readZip } from './zip/read-zip.ts';

/** Largest archive that is taken, in bytes. */
const MOST_BYTES = 4_000_000_000;

/**
 * Puts an archive on the disk as it comes and its files into the rows of an import, one by one. An archive that cannot be read leaves
 * none of its files. Gives how many there are. Refuses in a sentence.
 */
export async function receiveZip(runId: string, body: AsyncIterable<Uint8Array>): Promise<number> {
  const file = path.join(await incomingFolder(), `${randomUUID()}.zip`);
  try {
    await pipeline(body, atMost, createWriteStream(file, { flags: 'wx' }));
    return await stageZip(runId, file);
  } catch (error) {
    throw isFull(error) ? storeTrouble(error) : error;
  } finally {
    await rm(file, { force: true });
  }
}

/** The files of an archive on the disk, all or none. */
export async function stageZip(runId: string, file: string, from = 0): Promise<number> {
  try {
    return await stageFiles(runId, readZip(file), from);
  } catch (error) {
    await database().importFile.deleteMany({ where: { runId, position: { gte: from } } });
    throw error;
  }
}

async function* atMost(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new Refusal('too-large', messages.bring.zip.tooLarge(MOST_BYTES / 1_000_000_000));
    yield chunk;
  }
}
