import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';

import { typeOfExtension } from '#lib/assets/sniff-picture.ts';
import { thumbnailWidth, type ThumbnailWidth } from '#lib/assets/thumbnail-widths.ts';
import { database } from '#server/database/client.ts';
import { log } from '#server/log.ts';

import { assetStore, type ByteRange } from './asset-store.ts';
import { byteRange } from './byte-range.ts';
import { DamagedBytes, HashCheck, markDamaged, markSound } from './check-bytes.ts';
import { thumbnailOf, type StoredFile } from './thumbnails.ts';

const PREFIX = '/assets/';
const ADDRESS = /^\/assets\/([0-9a-z]{8,32})\.([a-z]{3,4})$/;
const DAY_MS = 24 * 60 * 60 * 1_000;
/** More are checked again. */
const MOST_CHECKED = 20_000;

/** The bytes of an address never change, so browsers may keep them; the stage's frame, which has no origin, may load them. */
const HEADERS = {
  'Cache-Control': 'public, max-age=31536000, immutable',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Access-Control-Allow-Origin': '*',
  // An SVG is a document: opened on its own it draws itself, and can do nothing else.
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
  'Accept-Ranges': 'bytes',
} as const;

interface ServedAsset {
  readonly hash: string;
  readonly key: string;
  readonly extension: string;
  readonly type: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly damaged: boolean;
}

/** What is sent for an asset: itself, or what was made of it. */
interface Served extends StoredFile {
  readonly type: string;
  readonly fileName: string;
  /** The hash to hold it against on its way, if it is time for that. */
  readonly check: string | null;
  /** Known not to be right the last time: never sent in parts, which say nothing about the whole. */
  readonly damaged: boolean;
}

/** When this process last read a picture whole and found it right. */
const checked = new Map<string, number>();

/**
 * Answers requests for `/assets/<key>.<extension>`, with `?w=` for a narrower one; false when the path is another. Whoever knows the
 * key may have the picture.
 */
export async function serveAsset(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const [path = '', query = ''] = (request.url ?? '').replace(/#.*$/s, '').split('?', 2);
  if (!path.startsWith(PREFIX)) return false;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    end(response, 405, { Allow: 'GET, HEAD' });
    return true;
  }
  try {
    const asset = await assetAt(path);
    if (asset === null) end(response, 404);
    else await answer(asset, thumbnailWidth(new URLSearchParams(query)), { request, response });
  } catch (error) {
    failed(path, error, response);
  }
  return true;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

function failed(path: string, error: unknown, response: ServerResponse): void {
  // Whoever asked may leave at any time.
  if (error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE') return;
  // That was said already.
  if (!(error instanceof DamagedBytes)) log.error('an asset could not be served', { path, error });
  if (response.headersSent) response.destroy();
  else end(response, 503, { 'Cache-Control': 'no-store', 'Retry-After': '5' });
}

async function answer(
  asset: ServedAsset,
  width: ThumbnailWidth | null,
  { request, response }: Exchange,
): Promise<void> {
  const known = knownTag(request, asset.hash, width);
  if (known !== null) return end(response, 304, { ...HEADERS, ETag: known });
  const file = (width === null ? null : await narrower(asset, width)) ?? (await whole(asset));
  if (file === null) return end(response, 404);
  const etag = tagOf(file.name);
  const range = rangeOf(request, file, etag);
  if (range === 'unsatisfiable')
    return end(response, 416, { 'Cache-Control': 'no-store', 'Content-Range': `bytes */${file.size}` });
  const { from, to } = range ?? { from: 0, to: file.size - 1 };
  response.writeHead(range === null ? 200 : 206, {
    ...HEADERS,
    ...(range === null ? {} : { 'Content-Range': `bytes ${from}-${to}/${file.size}` }),
    'Content-Type': file.type,
    'Content-Length': to - from + 1,
    'Content-Disposition': `inline; filename="${file.fileName}"`,
    ETag: etag,
  });
  if (request.method === 'HEAD') response.end();
  else await send(file, range, response);
}

/** The tag of a copy that whoever asks has, if it is still right: what an address leads to never changes. */
function knownTag(request: IncomingMessage, hash: string, width: ThumbnailWidth | null): string | null {
  const has = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  const tags = [tagOf(hash), ...(width === null ? [] : [tagOf(`${hash}-${width}.webp`)])];
  return tags.find((tag) => has.includes(tag)) ?? null;
}

function tagOf(name: string): string {
  return `"${name.replace('.webp', '')}"`;
}

function rangeOf({ headers }: IncomingMessage, { size, damaged }: Served, etag: string): ReturnType<typeof byteRange> {
  const [condition] = [headers['if-range']].flat();
  if (damaged || (condition !== undefined && condition !== etag)) return null;
  return byteRange(headers.range, size);
}

async function send(file: Served, range: ByteRange | null, response: ServerResponse): Promise<void> {
  const { name, check } = file;
  if (range !== null) return pipeline(await assetStore().read(name, range), response);
  if (check === null) return pipeline(await assetStore().read(name), response);
  try {
    await pipeline(await assetStore().read(name), new HashCheck(check), response);
  } catch (error) {
    if (error instanceof DamagedBytes) await markDamaged(check, 'changed');
    throw error;
  }
  if (checked.size >= MOST_CHECKED) checked.clear();
  checked.set(check, Date.now());
  if (file.damaged) await markSound(check);
}

async function narrower(asset: ServedAsset, width: ThumbnailWidth): Promise<Served | null> {
  if (asset.type === 'image/svg+xml' || asset.type === 'image/gif') return null;
  const file = await thumbnailOf(asset, width);
  return file && { ...file, type: 'image/webp', fileName: `${asset.key}-${width}.webp`, check: null, damaged: false };
}

async function whole(asset: ServedAsset): Promise<Served | null> {
  const size = await assetStore().size(asset.hash);
  if (size !== asset.bytes) {
    await markDamaged(asset.hash, size === null ? 'gone' : 'of another size');
    return null;
  }
  const due = asset.damaged || (checked.get(asset.hash) ?? 0) < Date.now() - DAY_MS;
  return {
    name: asset.hash,
    size,
    type: asset.type,
    fileName: `${asset.key}.${asset.extension}`,
    check: due ? asset.hash : null,
    damaged: asset.damaged,
  };
}

async function assetAt(path: string): Promise<ServedAsset | null> {
  const [, key = '', extension = ''] = ADDRESS.exec(path) ?? [];
  const type = typeOfExtension(extension);
  if (type === null) return null;
  const found = await database().seriesAsset.findUnique({
    where: { key, series: { deletedAt: null } },
    include: { asset: { select: { bytes: true, width: true, damagedAt: true } } },
  });
  if (found?.extension !== extension) return null;
  const { hash, asset } = found;
  return { hash, key, extension, type, bytes: asset.bytes, width: asset.width, damaged: asset.damagedAt !== null };
}

function end(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>> = { 'Cache-Control': 'no-store' },
): void {
  response.writeHead(status, headers);
  response.end();
}
