import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';

import type { S3Settings } from '#server/s3-settings.ts';

import type { AssetStore, ByteRange } from './asset-store.ts';

/** How long a store may take, in milliseconds. */
export interface Patience {
  /** Until it answers. */
  readonly answer: number;
  /** Until it has taken a picture. */
  readonly put: number;
  /** Until a picture was read: as long as whoever loads it takes. */
  readonly read: number;
}

const PATIENCE: Patience = { answer: 10_000, put: 60_000, read: 15 * 60_000 };
/** A connection that was kept may be dead, and a busy store says so: every act can be done again. */
const TRIES = 2;

interface Ask {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer<ArrayBuffer>;
}

/** Pictures in a bucket that speaks S3, by path-style addresses, which every such store understands. */
export function s3Store(settings: S3Settings, patience: Patience = PATIENCE): AssetStore {
  const { accessKeyId, secretAccessKey, region } = settings;
  const signer = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3' });
  const at = (name: string): string => `${settings.endpoint}/${settings.bucket}/${settings.prefix}${name}`;
  const ask = (name: string, request: Ask): Promise<Response> => askTwice(signer, at(name), { request, patience });
  return {
    put: async (name, file) => {
      const body = await readFile(file);
      // The store refuses what arrives as anything else.
      const sha256 = createHash('sha256').update(body).digest('hex');
      await spent(await ask(name, { method: 'PUT', body, headers: { 'X-Amz-Content-Sha256': sha256 } }));
    },
    size: async (name) => {
      const response = await ask(name, { method: 'HEAD' });
      if (response.status === 404) return absent(await ask(name, { method: 'GET' }));
      return lengthOf(response);
    },
    read: async (name, range) => streamOf(await ask(name, { method: 'GET', headers: rangeHeader(range) }), range),
    remove: async (name) => {
      const response = await ask(name, { method: 'DELETE' });
      if (response.status === 404) absentBody(await response.text());
      else await spent(response);
    },
  };
}

/** Why a store gave something else than what it was asked for. */
class StoreError extends Error {
  override readonly name = 'StoreError';
}

async function askTwice(
  signer: AwsClient,
  address: string,
  { request, patience }: { readonly request: Ask; readonly patience: Patience },
): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const response = await askOnce(signer, address, { request, patience });
      if (attempt === TRIES || (response.status < 500 && response.status !== 429)) return response;
      await response.body?.cancel();
    } catch (error) {
      if (attempt === TRIES) throw new StoreError('the store of pictures does not answer', { cause: error });
    }
  }
}

async function askOnce(
  signer: AwsClient,
  address: string,
  { request, patience }: { readonly request: Ask; readonly patience: Patience },
): Promise<Response> {
  const tooLate = new AbortController();
  const limit = request.body === undefined ? patience.answer : patience.put;
  const timer = setTimeout(() => tooLate.abort(new StoreError('the store of pictures took too long')), limit);
  const whole = AbortSignal.timeout(limit + patience.read);
  try {
    const signed = await signer.sign(address, request);
    // A redirect would lead to another host than the one that was signed for.
    return await fetch(signed, { signal: AbortSignal.any([tooLate.signal, whole]), redirect: 'error' });
  } finally {
    clearTimeout(timer);
  }
}

function rangeHeader(range: ByteRange | undefined): Readonly<Record<string, string>> {
  return range === undefined ? {} : { Range: `bytes=${range.from}-${range.to}` };
}

function lengthOf(response: Response): number {
  const length = response.headers.get('content-length');
  if (!response.ok || length === null) throw new StoreError(`the store of pictures answered ${response.status}`);
  return Number(length);
}

/** Reads to its end what has nothing to say, so that the connection can be used again. */
async function spent(response: Response): Promise<void> {
  const text = await response.text();
  if (!response.ok) throw new StoreError(`the store of pictures answered ${response.status}: ${text.slice(0, 300)}`);
}

/** A 404 of HEAD does not say what is missing: a bucket that is away must not look like a picture that is. */
async function absent(response: Response): Promise<null> {
  if (response.status !== 404) {
    await response.body?.cancel();
    throw new StoreError(`the store of pictures answered first 404, then ${response.status}`);
  }
  return absentBody(await response.text());
}

function absentBody(text: string): null {
  if (text.includes('<Code>NoSuchKey</Code>')) return null;
  throw new StoreError(`the store of pictures answered 404: ${text.slice(0, 300)}`);
}

async function streamOf(response: Response, range: ByteRange | undefined): Promise<Readable> {
  if (!response.ok) await spent(response);
  const given = response.headers.get('content-range') ?? '';
  if (range !== undefined && !given.startsWith(`bytes ${range.from}-${range.to}/`)) {
    await response.body?.cancel();
    throw new StoreError(`the store of pictures gave another part of a picture: ${response.status} ${given}`);
  }
  if (response.body === null) throw new StoreError('the store of pictures gave no bytes');
  return Readable.fromWeb(response.body as ReadableStream);
}
