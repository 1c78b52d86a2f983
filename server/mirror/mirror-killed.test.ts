import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { bareRepository, git, gitServer, newFolder } from '#e2e/harness/git-server.ts';
import { mirroredSeries, sealedRecord } from '#e2e/harness/mirrored.ts';
import { pictureWorker } from '#server/assets/fit/picture-worker.ts';
import { environment } from '#server/environment.ts';

import { mirrorSeries } from './mirror-series.ts';
import { countWaiting } from './waiting-editions.ts';

const PROCESS = path.resolve(import.meta.dirname, '../../e2e/harness/mirror-process.ts');

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(async () => {
  await pictureWorker().end();
  await db.close();
});

function begin(seriesId: string, env: Readonly<Record<string, string>>, port = 0): ChildProcess {
  const args = [PROCESS, seriesId, 'pictures.example', String(port)];
  return spawn(process.execPath, args, { stdio: 'ignore', env: { ...process.env, ...env } });
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Each edition has one commit, and each row names its own. */
async function onceEach(seriesId: string, repository: string): Promise<readonly string[]> {
  const said = git(repository, 'log', '--format=%H %(trailers:key=Plenum-Edition,valueonly,separator=%x2C)', 'main');
  const rows = await db.prisma.mirroredEdition.findMany({ where: { seriesId } });
  expect(said.split('\n').toSorted()).toEqual(rows.map(({ commit, editionId }) => `${commit} ${editionId}`).toSorted());
  return said.split('\n');
}

it('a process that dies after its push and before its rows is found out by what it pushed', async () => {
  const repository = bareRepository();
  const pushed = Promise.withResolvers<void>();
  // The push is done, its answer never comes.
  const server = await gitServer(repository, (request, response) => {
    if (request.method === 'POST' && request.url?.endsWith('git-receive-pack') === true) {
      response.end = () => {
        pushed.resolve();
        return response;
      };
    }
    return false;
  });
  const seriesId = await mirroredSeries('killed', 'https', server.address);
  for (const date of ['2026-05-07', '2026-05-14']) await sealedRecord(seriesId, date);
  const child = begin(seriesId, {}, server.port);
  await pushed.promise;
  await kill(child);
  await server.close();
  expect(await db.prisma.mirroredEdition.count({ where: { seriesId } })).toBe(0);
  const head = git(repository, 'rev-parse', 'main');
  await sealedRecord(seriesId, '2026-05-21');
  const again = await gitServer(repository);
  await db.prisma.seriesMirror.update({ where: { seriesId }, data: { address: again.address } });
  await mirrorSeries(seriesId, again.policy);
  await again.close();
  expect(await onceEach(seriesId, repository)).toHaveLength(3);
  expect(git(repository, 'rev-parse', 'main~1')).toBe(head);
});

/** A git before the real one that kills whoever called it for the nth time, once that is done. */
function deadlyGit(nth: number): string {
  const folder = newFolder();
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  const script = [
    '#!/bin/sh',
    `echo x >> ${folder}/calls`,
    `${real} "$@"`,
    'code=$?',
    `[ "$(wc -l < ${folder}/calls)" -eq ${nth} ] && kill -9 $PPID`,
    'exit $code',
  ];
  writeFileSync(path.join(folder, 'git'), `${script.join('\n')}\n`, { mode: 0o755 });
  return folder;
}

it('a process may die after each of its steps: in the end each edition is there once', async () => {
  const seriesId = await mirroredSeries('often', 'folder', 'often.git');
  const folder = path.join(environment().mirrorsDir, 'often.git');
  const deaths: string[] = [];
  for (let nth = 1; nth <= 9; nth += 1) {
    await sealedRecord(seriesId, `2026-05-${10 + nth}`);
    const child = begin(seriesId, { PATH: `${deadlyGit(nth)}:${process.env['PATH'] ?? ''}` });
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
    deaths.push(signal ?? 'none');
  }
  // It has eight steps, or so: each of them was its last once.
  expect(deaths.filter((signal) => signal === 'SIGKILL').length).toBeGreaterThan(6);
  await mirrorSeries(seriesId);
  expect(await db.prisma.seriesMirror.findUniqueOrThrow({ where: { seriesId } })).toMatchObject({ problem: null });
  expect(await countWaiting(seriesId)).toBe(0);
  expect(await onceEach(seriesId, folder)).toHaveLength(9);
  git(folder, 'fsck', '--strict');
});
