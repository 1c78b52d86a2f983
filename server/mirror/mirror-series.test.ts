import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import {
  bareRepository,
  commitFiles,
  git,
  gitServer,
  hasToken,
  newFolder,
  type GitServer,
} from '#e2e/harness/git-server.ts';
import { mirroredSeries, sealedRecord } from '#e2e/harness/mirrored.ts';
import { pictureReferences } from '#lib/imports/picture-references.ts';
import { messages } from '#lib/messages/en.ts';
import { sealSecret } from '#server/accounts/sealed-secret.ts';
import { pictureWorker } from '#server/assets/fit/picture-worker.ts';
import { environment } from '#server/environment.ts';
import { STRICT_GIT } from '#server/git/git-policy.ts';

import { mirrorSeries } from './mirror-series.ts';
import { TOKEN_PURPOSE } from './open-mirror.ts';
import { countWaiting, seriesToMirror } from './waiting-editions.ts';

let db: TestDatabase;
const open: GitServer[] = [];

beforeAll(async () => {
  db = await testDatabase();
});
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});
afterAll(async () => {
  await pictureWorker().end();
  await db.close();
});

async function serve(...how: Parameters<typeof gitServer>): Promise<GitServer> {
  const server = await gitServer(...how);
  open.push(server);
  return server;
}

const mirrorOf = (seriesId: string) => db.prisma.seriesMirror.findUniqueOrThrow({ where: { seriesId } });
const rowsOf = (seriesId: string) =>
  db.prisma.mirroredEdition.findMany({ where: { seriesId }, orderBy: { path: 'asc' } });
const log = (folder: string, format: string) =>
  git(folder, 'log', '--reverse', `--format=${format}`, 'main').split('\n');

/** Each edition has one commit, and each row names its own. */
async function inStep(seriesId: string, repository: string): Promise<number> {
  const commits = log(repository, '%H %(trailers:key=Plenum-Edition,valueonly,separator=%x2C)').filter(
    (line) => line.length > 50,
  );
  const rows = await rowsOf(seriesId);
  expect(commits.toSorted()).toEqual(rows.map(({ commit, editionId }) => `${commit} ${editionId}`).toSorted());
  return rows.length;
}

/** Everything that a clone's texts show lies in the clone. */
function picturesIn(clone: string): number {
  const texts = git(clone, 'ls-files', '*.md')
    .split('\n')
    .filter((name) => /^\d{4}\//.test(name));
  const shown = texts.flatMap((name) =>
    pictureReferences(readFileSync(path.join(clone, name), 'utf8')).map((address) =>
      path.join(clone, path.dirname(name), address),
    ),
  );
  expect(shown.filter((file) => !existsSync(file))).toEqual([]);
  return shown.length;
}

function cloned(repository: string): string {
  const folder = newFolder();
  git(folder, 'clone', '--quiet', '--branch=main', repository, '.');
  return folder;
}

it('a folder of this server gets a commit for each edition, the oldest call first, and a clone shows its pictures', async () => {
  const seriesId = await mirroredSeries('harbour', 'folder', 'harbour.git');
  const ada = await db.prisma.person.create({
    data: { name: 'Ada <ada@example.org>\nX', hue: 1, email: 'ada@example.org' },
  });
  await sealedRecord(seriesId, '2026-05-07');
  const first = await sealedRecord(seriesId, '2025-12-11', ada.id);
  await sealedRecord(seriesId, '2026-04-02');
  expect(await seriesToMirror()).toEqual([seriesId]);
  await mirrorSeries(seriesId);
  expect(await mirrorOf(seriesId)).toMatchObject({ problem: null, failures: 0, doneAt: expect.any(Date) });
  expect(await seriesToMirror()).toEqual([]);
  const folder = path.join(environment().mirrorsDir, 'harbour.git');
  expect(log(folder, '%s')).toEqual(['Call (2025-12-11)', 'Call (2026-04-02)', 'Call (2026-05-07)']);
  expect(log(folder, '%an|%ae|%aI|%cn')[0]).toBe(
    'Ada ada@example.org X|noreply@localhost|2025-12-11T17:00:00+00:00|Plenum',
  );
  const message = git(folder, 'log', '--reverse', '--format=%B', 'main').split('\n\n').slice(0, 4);
  expect(message).toEqual([
    'Call (2025-12-11)',
    expect.stringMatching(/^- Harbour 2025-12-11\n- Quay$|^- /),
    'http://localhost:3000/harbour/2025-12-11',
    expect.stringMatching(new RegExp(`^Plenum-Edition: ${first}`)),
  ]);
  const clone = cloned(folder);
  expect(
    git(clone, 'ls-files')
      .split('\n')
      .filter((name) => name.endsWith('.md')),
  ).toEqual(['2025/2025-12-11.md', '2026/2026-04-02.md', '2026/2026-05-07.md']);
  expect(readFileSync(path.join(clone, '2025/2025-12-11.md'), 'utf8')).toMatch(/^---\ntitle: Call\ndate:/);
  expect(picturesIn(clone)).toBe(3);
  expect(await inStep(seriesId, folder)).toBe(3);
});

describe('an edition', () => {
  it('that comes later is a commit of its own, also after its call was moved; one in the bin is none', async () => {
    const seriesId = await mirroredSeries('later', 'folder', 'later.git');
    const edition = await sealedRecord(seriesId, '2026-05-07');
    const gone = await sealedRecord(seriesId, '2026-05-14');
    await db.prisma.call.updateMany({
      where: { record: { editions: { some: { id: gone } } } },
      data: { deletedAt: new Date() },
    });
    await mirrorSeries(seriesId);
    const { id, createdAt, ...copy } = await db.prisma.edition.findUniqueOrThrow({ where: { id: edition } });
    expect([id, createdAt]).not.toContain(null);
    await db.prisma.edition.create({ data: { ...copy, content: copy.content ?? {}, number: 2 } });
    await db.prisma.call.updateMany({ where: { record: { id: copy.recordId } }, data: { address: '2026-05-08' } });
    expect(await countWaiting(seriesId)).toBe(1);
    await mirrorSeries(seriesId);
    const folder = path.join(environment().mirrorsDir, 'later.git');
    expect(log(folder, '%s')).toEqual(['Call (2026-05-07)', 'Call (2026-05-08), edition 2']);
    expect(git(folder, 'log', '-1', '--format=%b', 'main')).toContain('Edition 2: added after the call.');
    const clone = cloned(folder);
    expect(git(clone, 'ls-files', '*.md')).toBe('2026/2026-05-08.md');
    expect(picturesIn(clone)).toBe(1);
    expect(await countWaiting(seriesId)).toBe(0);
  });

  it('is kept where it is when the mirror is off', async () => {
    const seriesId = await mirroredSeries('off', 'folder', 'off.git');
    await sealedRecord(seriesId, '2026-05-07');
    await mirrorSeries(seriesId);
    await db.prisma.seriesMirror.update({ where: { seriesId }, data: { offAt: new Date() } });
    await sealedRecord(seriesId, '2026-05-14');
    expect(await seriesToMirror()).toEqual([]);
    await mirrorSeries(seriesId);
    expect(await rowsOf(seriesId)).toHaveLength(1);
    expect(await inStep(seriesId, path.join(environment().mirrorsDir, 'off.git'))).toBe(1);
  });
});

describe('a repository elsewhere', () => {
  it('gets them by https with a token, which stands in no sentence, process or file', async () => {
    const repository = bareRepository();
    const server = await serve(repository, (request, response) => {
      if (hasToken(request, 'very-secret')) return false;
      response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="x"' }).end();
      return true;
    });
    const seriesId = await mirroredSeries('elsewhere', 'https', server.address);
    await sealedRecord(seriesId, '2026-05-07');
    await mirrorSeries(seriesId, server.policy);
    const denied = await mirrorOf(seriesId);
    expect(denied).toMatchObject({ problem: messages.mirror.git.denied('pictures.example'), failures: 1 });
    expect((denied.tryAfter ?? new Date(0)).getTime()).toBeGreaterThan(Date.now() + 30_000);
    expect(await seriesToMirror()).not.toContain(seriesId);
    const token = await sealSecret(TOKEN_PURPOSE, 'very-secret');
    await db.prisma.seriesMirror.update({ where: { seriesId }, data: { token } });
    await mirrorSeries(seriesId, server.policy);
    expect(await mirrorOf(seriesId)).toMatchObject({ problem: null, failures: 0, tryAfter: null });
    expect(await inStep(seriesId, repository)).toBe(1);
    const copy = path.join(environment().dataDir, 'mirror-copies', `${seriesId}.git`);
    expect(readFileSync(path.join(copy, 'config'), 'utf8')).not.toMatch(/secret|Basic|http/);
    expect(picturesIn(cloned(repository))).toBe(1);
  });

  it('keeps what others pushed, before, between and in our own files', async () => {
    const repository = bareRepository();
    commitFiles(repository, { 'README.md': 'Theirs' });
    const server = await serve(repository);
    const seriesId = await mirroredSeries('shared', 'https', server.address);
    await sealedRecord(seriesId, '2026-05-07');
    await mirrorSeries(seriesId, server.policy);
    commitFiles(repository, { 'notes.md': 'Theirs too', '2026/2026-05-14.md': 'Theirs, where ours will be' });
    const before = git(repository, 'rev-parse', 'main');
    await sealedRecord(seriesId, '2026-05-14');
    // Somebody pushes after ours has looked and before it asks to push; the next time, while it pushes.
    const left: (readonly [at: string, name: string])[] = [
      ['/info/refs?service=git-receive-pack', 'quick.md'],
      ['/git-receive-pack', 'quicker.md'],
    ];
    for (const [at, name] of left) {
      let raced = 0;
      const racing = await serve(repository, ({ url }) => {
        if (url === `/team/calls.git${at}` && (raced += 1) === 1) commitFiles(repository, { [name]: 'Quicker' });
        return false;
      });
      await db.prisma.seriesMirror.update({ where: { seriesId }, data: { address: racing.address } });
      await mirrorSeries(seriesId, racing.policy);
      expect(await mirrorOf(seriesId)).toMatchObject({ problem: null });
      expect(raced).toBe(2);
      if (name === 'quick.md') await sealedRecord(seriesId, '2026-05-21');
    }
    expect(log(repository, '%s')).toEqual([
      'By hand',
      'Call (2026-05-07)',
      'By hand',
      'By hand',
      'Call (2026-05-14)',
      'By hand',
      'Call (2026-05-21)',
    ]);
    expect(() => git(repository, 'merge-base', '--is-ancestor', before, 'main')).not.toThrow();
    const clone = cloned(repository);
    for (const name of ['README.md', 'notes.md', 'quick.md', 'quicker.md'])
      expect(existsSync(path.join(clone, name))).toBe(true);
    expect(readFileSync(path.join(clone, '2026/2026-05-14.md'), 'utf8')).toContain('Quay');
    expect(await inStep(seriesId, repository)).toBe(3);
  });

  it('whose history was changed is left alone until a host says to go on', async () => {
    const repository = bareRepository();
    const server = await serve(repository);
    const seriesId = await mirroredSeries('changed', 'https', server.address);
    await sealedRecord(seriesId, '2026-05-07');
    await mirrorSeries(seriesId, server.policy);
    const other = git(repository, 'commit-tree', git(repository, 'mktree', '--missing'), '-m', 'Another history');
    git(repository, 'update-ref', 'refs/heads/main', other);
    await sealedRecord(seriesId, '2026-05-14');
    await mirrorSeries(seriesId, server.policy);
    expect(await mirrorOf(seriesId)).toMatchObject({ diverged: true, problem: messages.mirror.diverged });
    await mirrorSeries(seriesId, server.policy);
    expect(git(repository, 'rev-parse', 'main')).toBe(other);
    expect(await seriesToMirror()).not.toContain(seriesId);
  });

  it('that hangs, sends on, or is private is told in a sentence, and is tried again later', async () => {
    const silent = await serve(bareRepository(), () => true);
    const seriesId = await mirroredSeries('trouble', 'https', silent.address);
    await sealedRecord(seriesId, '2026-05-07');
    const tried = async (address: string, policy = STRICT_GIT) => {
      await db.prisma.seriesMirror.update({ where: { seriesId }, data: { address } });
      await mirrorSeries(seriesId, policy);
      return (await mirrorOf(seriesId)).problem;
    };
    const says = messages.mirror.git;
    expect(await tried(silent.address, { ...silent.policy, wholeMs: 600 })).toBe(says.slow('pictures.example'));
    const onward = await serve(bareRepository(), (request, response) => {
      response.writeHead(301, { Location: `https://127.0.0.1${request.url}` }).end();
      return true;
    });
    expect(await tried(onward.address, onward.policy)).toBe(says.redirected('pictures.example'));
    expect(await tried('https://10.0.0.7/a.git')).toBe(says.notAllowed('10.0.0.7', 443));
    const refusing = bareRepository();
    mkdirSync(path.join(refusing, 'hooks'), { recursive: true });
    writeFileSync(path.join(refusing, 'hooks/update'), '#!/bin/sh\necho protected >&2\nexit 1\n', { mode: 0o755 });
    const strict = await serve(refusing);
    expect(await tried(strict.address, strict.policy)).toBe(says.refused('pictures.example', 'hook declined'));
    expect(await mirrorOf(seriesId)).toMatchObject({ failures: 4 });
    expect(await rowsOf(seriesId)).toEqual([]);
  });
});

it('a lock that a killed git left in the folder keeps nobody out for ever', async () => {
  const seriesId = await mirroredSeries('locked', 'folder', 'locked.git');
  await sealedRecord(seriesId, '2026-05-07');
  await mirrorSeries(seriesId);
  await sealedRecord(seriesId, '2026-05-14');
  const lock = path.join(environment().mirrorsDir, 'locked.git/refs/heads/main.lock');
  writeFileSync(lock, '');
  await mirrorSeries(seriesId);
  expect(await mirrorOf(seriesId)).toMatchObject({ problem: messages.mirror.busy });
  const longAgo = new Date(Date.now() - 3_600_000);
  utimesSync(lock, longAgo, longAgo);
  await mirrorSeries(seriesId);
  expect(await mirrorOf(seriesId)).toMatchObject({ problem: null });
  expect(await rowsOf(seriesId)).toHaveLength(2);
});
