import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';

import { typeOfExtension } from '#lib/assets/sniff-picture.ts';
import { database } from '#server/database/client.ts';
import { log } from '#server/log.ts';

import { assetPath } from './asset-files.ts';

const PREFIX = '/assets/';
const ADDRESS = /^\/assets\/([0-9a-z]{8,32})\.([a-z]{3,4})$/;

/** The bytes of an address never change, so browsers may keep them; the stage's frame, which has no origin, may load them. */
const HEADERS = {
  'Cache-Control': 'public, max-age=31536000, immutable',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Access-Control-Allow-Origin': '*',
  'Content-Security-Policy': "default-src 'none'; sandbox",
} as const;

/** Answers requests for `/assets/<key>.<extension>`; false when the path is another. Whoever knows the key may have the picture. */
export async function serveAsset(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const path = (request.url ?? '').replace(/[?#].*$/s, '');
  if (!path.startsWith(PREFIX)) return false;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    end(response, 405, { Allow: 'GET, HEAD' });
    return true;
  }
  try {
    await answer(path, request, response);
  } catch (error) {
    log.error('an asset could not be served', { path, error });
    if (response.headersSent) response.destroy();
    else end(response, 500);
  }
  return true;
}

async function answer(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const asset = await assetAt(path);
  if (asset === null) return end(response, 404);
  const etag = `"${asset.hash}"`;
  if (request.headers['if-none-match'] === etag) return end(response, 304, { ...HEADERS, ETag: etag });
  const file = assetPath(asset.hash);
  const { size } = await stat(file);
  response.writeHead(200, { ...HEADERS, 'Content-Type': asset.type, 'Content-Length': size, ETag: etag });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(file), response);
}

async function assetAt(path: string): Promise<{ readonly hash: string; readonly type: string } | null> {
  const [, key = '', extension = ''] = ADDRESS.exec(path) ?? [];
  const type = typeOfExtension(extension);
  if (type === null) return null;
  const asset = await database().seriesAsset.findUnique({ where: { key, series: { deletedAt: null } } });
  return asset?.extension === extension ? { hash: asset.hash, type } : null;
}

function end(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>> = { 'Cache-Control': 'no-store' },
): void {
  response.writeHead(status, headers);
  response.end();
}
