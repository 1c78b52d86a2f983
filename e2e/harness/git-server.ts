import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { STRICT_GIT, type GitPolicy } from '#server/git/git-policy.ts';

import { pictureServer, type PictureServer } from './picture-server.ts';

const PEM = path.resolve(import.meta.dirname, '../fixtures/tls/pictures.example.pem');
/** The name in the certificate. */
const HOST = 'pictures.example';

const AUTHOR = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'init.defaultBranch=main'];

/** Runs git as somebody who uses it by hand. */
export function git(folder: string, ...args: readonly string[]): string {
  const env = { ...process.env, HOME: folder, GIT_CONFIG_NOSYSTEM: '1', LC_ALL: 'C' };
  return execFileSync('git', [...AUTHOR, ...args], { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' }).trim();
}

/** A new folder of its own. */
export function newFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'plenum-repository-'));
}

/** A bare repository on this machine, as forges have them. */
export function bareRepository(): string {
  const folder = newFolder();
  git(folder, 'init', '--quiet', '--bare', '.');
  git(folder, 'config', 'http.receivepack', 'true');
  git(folder, 'config', 'uploadpack.allowFilter', 'true');
  return folder;
}

/** Puts these files into a repository as one commit of somebody. */
export function commitFiles(
  repository: string,
  files: Readonly<Record<string, string>>,
  date = '2024-05-07T10:00:00Z',
): void {
  const clone = newFolder();
  git(clone, 'clone', '--quiet', repository, '.');
  for (const [name, text] of Object.entries(files)) {
    execFileSync('mkdir', ['-p', path.dirname(path.join(clone, name))]);
    writeFileSync(path.join(clone, name), text);
  }
  git(clone, 'add', '--all');
  git(clone, 'commit', '--quiet', '--message=By hand', `--date=${date}`);
  git(clone, 'push', '--quiet', 'origin', 'HEAD:main');
}

/** A forge on this machine that speaks https. */
export interface GitServer extends PictureServer {
  /** Address of the repository. */
  readonly address: string;
  /** Lets git ask it, and nothing else that is not public. */
  readonly policy: GitPolicy;
}

type Before = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Serves a repository with git's own http-backend. `before` may answer in its place, and says whether it did. */
export async function gitServer(repository: string, before: Before = () => false): Promise<GitServer> {
  process.env['GIT_SSL_CAINFO'] = PEM;
  const server = await pictureServer(
    (request, response) => {
      if (!before(request, response)) backend(repository, request, response);
    },
    { pem: readFileSync(PEM) },
  );
  return { ...server, address: `https://${HOST}:${server.port}/team/calls.git`, policy: policyFor(HOST, server.port) };
}

/** Lets git ask one server of this machine under a name. */
export function policyFor(host: string, port: number): GitPolicy {
  const servers = {
    ...STRICT_GIT.servers,
    named: new Set([`${host}:${port}`]),
    lookup: async (asked: string) => (asked === host ? ['127.0.0.1'] : []),
  };
  return { ...STRICT_GIT, servers };
}

/** Whether a request comes with this token. */
export function hasToken({ headers }: IncomingMessage, token: string): boolean {
  const [, encoded = ''] = /^Basic (.+)$/.exec(headers.authorization ?? '') ?? [];
  return Buffer.from(encoded, 'base64').toString().endsWith(`:${token}`);
}

function backend(repository: string, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, search } = new URL(request.url ?? '/', 'https://any');
  const child = spawn('git', ['http-backend'], {
    env: {
      ...process.env,
      GIT_PROJECT_ROOT: repository,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      PATH_INFO: pathname.replace(/^\/team\/calls\.git/, ''),
      QUERY_STRING: search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      REMOTE_USER: 'ada',
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  request.pipe(child.stdin);
  child.stdin.on('error', () => undefined);
  let head = Buffer.alloc(0);
  child.stdout.on('data', (chunk: Buffer) => {
    if (response.headersSent) return void response.write(chunk);
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf('\r\n\r\n');
    if (end === -1) return;
    const lines = head.toString('latin1', 0, end).split('\r\n');
    const fields = lines.map((line) => line.split(/: /));
    const status = Number(fields.find(([name]) => name === 'Status')?.[1]?.slice(0, 3) ?? 200);
    response.writeHead(
      status,
      fields.filter(([name]) => name !== 'Status').flatMap(([name = '', value = '']) => [name, value]),
    );
    response.write(head.subarray(end + 4));
  });
  child.stdout.on('end', () => response.end());
}
