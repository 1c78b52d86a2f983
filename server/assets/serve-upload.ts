import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

import type { UploadAnswer } from '#lib/assets/upload-wire.ts';
import { Refusal } from '#lib/errors.ts';
import { MAX_PICTURE_BYTES } from '#lib/assets/asset-limits.ts';
import { pictureProblems } from '#lib/messages/picture-problems.ts';
import { visitorOf } from '#server/accounts/visitor.ts';
import { environment } from '#server/environment.ts';
import { isOwnOrigin } from '#server/http/own-origin.ts';
import { REFUSAL_STATUS } from '#server/http/refusal-status.ts';
import { log } from '#server/log.ts';

import { bringPicture, mayBring, type UploadPlace } from './bring-picture.ts';
import { incomingFolder } from './prepare-picture.ts';
import { isFull, storeTrouble } from './store-trouble.ts';

const PATH = '/api/assets';

const querySchema = z.union([
  z.object({ deck: z.string().min(1), name: z.string() }),
  z.object({ series: z.string().min(1), name: z.string() }),
]);

/**
 * Answers `POST /api/assets?deck=…|series=…&name=…` whose body is a picture's bytes, with what was kept or why nothing was, as JSON
 * (lib/assets/upload-wire); false when the path is another. The bytes go to the disk as they come, never into memory whole.
 */
export async function serveUpload(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const [asked = '', query = ''] = (request.url ?? '').split('?');
  if (asked !== PATH) return false;
  if (request.method !== 'POST') {
    response.writeHead(405, { Allow: 'POST', 'Cache-Control': 'no-store' }).end();
    return true;
  }
  try {
    answer(response, 201, { type: 'kept', picture: await receive(request, new URLSearchParams(query)) });
  } catch (error) {
    refuse(request, response, error);
  }
  return true;
}

async function receive(request: IncomingMessage, query: URLSearchParams) {
  if (!isOwnOrigin(request.headers, environment().publicUrl))
    throw new Refusal('not-allowed', 'This page comes from another site.');
  const asked = querySchema.safeParse(Object.fromEntries(query));
  if (!asked.success) throw new Refusal('invalid', 'Say which deck or series the picture is for, and its name.');
  const { cookie } = request.headers;
  const visitor = await visitorOf(new Headers(cookie === undefined ? {} : { cookie }));
  const bringer = await mayBring(visitor, placeOf(asked.data));
  if (Number(request.headers['content-length'] ?? 0) > MAX_PICTURE_BYTES) throw tooLarge();
  const file = path.join(await incomingFolder(), `${randomUUID()}.upload`);
  try {
    await pipeline(request, atMost(MAX_PICTURE_BYTES), createWriteStream(file, { flags: 'wx' }));
    return await bringPicture(bringer, file, asked.data.name);
  } finally {
    await rm(file, { force: true });
  }
}

function placeOf(asked: z.infer<typeof querySchema>): UploadPlace {
  return 'deck' in asked ? { deck: asked.deck } : { series: asked.series };
}

function tooLarge(): Refusal {
  return new Refusal('too-large', pictureProblems.tooManyBytes);
}

/** A header may lie about the length. */
function atMost(bytes: number): Transform {
  let count = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      count += chunk.length;
      if (count > bytes) done(tooLarge());
      else done(null, chunk);
    },
  });
}

function refuse(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  // Somebody who broke off hears nothing more.
  if (response.destroyed || request.socket.destroyed) return;
  const refusal = refusalOf(error);
  // A browser hears an answer only once it has sent all: what is left of the body is read and forgotten, unless it is endless.
  if (Number(request.headers['content-length'] ?? 0) > MAX_PICTURE_BYTES) response.setHeader('Connection', 'close');
  else request.resume();
  // That a file cannot be kept is an answer like any other: browsers call every other status a failure.
  const status = ['invalid', 'too-large'].includes(refusal.code) ? 200 : REFUSAL_STATUS[refusal.code];
  answer(response, status, { type: 'refused', message: refusal.message });
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal || isFull(error)) return storeTrouble(error);
  log.error('a picture could not be kept', { error });
  return new Refusal('unavailable', 'Something went wrong here: nothing was kept. Try again.');
}

function answer(response: ServerResponse, status: number, body: UploadAnswer): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(body));
}
