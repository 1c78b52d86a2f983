import { createReadStream, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { stagePolicy } from './stage-document.ts';
import { stageFolder } from './stage-files.ts';

const ADDRESS = /^\/stage\/([0-9a-f]{16})\/([a-z][\w-]*\.(html|css|js|woff2))$/i;

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
};

/** The frame has no origin of its own to any server, so its files say that everybody may have them. They hold nobody's data. */
const EVERY_FILE = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

/** Answers requests below `/stage/`; false when the request is for something else. */
export function serveStage(request: IncomingMessage, response: ServerResponse): boolean {
  const address = (request.url ?? '').split('?')[0] ?? '';
  if (address !== '/stage' && !address.startsWith('/stage/')) return false;
  if (request.method === 'GET' || request.method === 'HEAD') answer(address, request, response);
  else response.writeHead(405, { ...EVERY_FILE, allow: 'GET, HEAD' }).end();
  return true;
}

function answer(address: string, request: IncomingMessage, response: ServerResponse): void {
  const [, hash = '', name = '', extension = ''] = ADDRESS.exec(address) ?? [];
  const file = path.join(stageFolder(), hash, name);
  const form = name === '' ? null : smallestForm(file, request.headers['accept-encoding']);
  if (form === null) {
    response.writeHead(404, { ...EVERY_FILE, 'content-type': 'text/plain; charset=utf-8' }).end('Not found.\n');
    return;
  }
  response.writeHead(200, {
    ...EVERY_FILE,
    ...policyOf(name),
    'content-type': TYPES[extension] ?? 'application/octet-stream',
    'content-length': form.size,
    ...(form.encoding === null ? {} : { 'content-encoding': form.encoding }),
    vary: 'accept-encoding',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(form.file)
      .on('error', () => response.destroy())
      .pipe(response);
}

/** Only the documents need a policy: the other files do nothing by themselves. */
function policyOf(name: string): Readonly<Record<string, string>> {
  if (!name.endsWith('.html')) return {};
  return stagePolicy(name === 'foreign.html' ? 'foreign' : 'own');
}

interface FileForm {
  readonly file: string;
  readonly size: number;
  readonly encoding: 'br' | 'gzip' | null;
}

/** The file as the browser can take it with the fewest bytes, or null when there is none. */
function smallestForm(file: string, accepted: unknown): FileForm | null {
  const forms = [
    ['br', '.br'],
    ['gzip', '.gz'],
  ] as const;
  for (const [encoding, ending] of forms) {
    const size = String(accepted).includes(encoding) ? sizeOf(file + ending) : null;
    if (size !== null) return { file: file + ending, size, encoding };
  }
  const size = sizeOf(file);
  return size === null ? null : { file, size, encoding: null };
}

function sizeOf(file: string): number | null {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats?.isFile() === true ? stats.size : null;
}
