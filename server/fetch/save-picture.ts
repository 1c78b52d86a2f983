import { createWriteStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';
import type { FetchPolicy } from './fetch-policy.ts';

const says = messages.foreignPictures.fetch;
/** What servers say that keep files and do not look at them. */
const BYTES = new Set(['application/octet-stream', 'binary/octet-stream']);

/** Writes the body of an answer into a new file. Refuses what is no picture by its headers, is too large, or breaks off. */
export async function savePicture(
  answer: IncomingMessage,
  into: string,
  { policy, signal, host }: { readonly policy: FetchPolicy; readonly signal: AbortSignal; readonly host: string },
): Promise<void> {
  requirePicture(answer, policy.mostBytes);
  await pipeline(answer, atMost(policy.mostBytes), createWriteStream(into, { flags: 'wx' }), { signal });
  if (!answer.complete) throw new Refusal('unavailable', says.brokeOff(host));
}

function requirePicture({ statusCode = 0, headers }: IncomingMessage, mostBytes: number): void {
  if (statusCode !== 200) throw new Refusal('unavailable', says.answered(statusCode));
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding.trim().toLowerCase() !== 'identity') throw new Refusal('invalid', says.compressed);
  const type = (headers['content-type'] ?? '').split(';', 1).join('').trim().toLowerCase();
  if (!type.startsWith('image/') && !BYTES.has(type)) throw new Refusal('invalid', says.noPicture(type.slice(0, 80)));
  if (Number(headers['content-length'] ?? 0) > mostBytes) throw tooLarge(mostBytes);
}

/** Counts while it comes: what a server says of the length binds nobody. */
function atMost(mostBytes: number): (chunks: AsyncIterable<Buffer>) => AsyncGenerator<Buffer> {
  return async function* (chunks) {
    let bytes = 0;
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > mostBytes) throw tooLarge(mostBytes);
      yield chunk;
    }
  };
}

function tooLarge(mostBytes: number): Refusal {
  return new Refusal('too-large', says.tooLarge(mostBytes / 1_000_000));
}
