import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { git } from '#e2e/harness/git-server.ts';
import { sealedRecord } from '#e2e/harness/mirrored.ts';
import { makeSeries } from '#e2e/harness/written-deck.ts';
import { messages } from '#lib/messages/en.ts';
import { mirrorFormSchema } from '#lib/mirror/mirror-form.ts';
import { STRANGER, type Visitor } from '#lib/visitor.ts';
import { pictureWorker } from '#server/assets/fit/picture-worker.ts';
import { environment } from '#server/environment.ts';

import { mirrorPage } from './mirror-page.ts';
import { mirrorSeries } from './mirror-series.ts';
import { setMirror } from './set-mirror.ts';
import { goOnFromTheirs, tryMirror, turnMirror } from './tend-mirror.ts';

let db: TestDatabase;
let ada: Visitor;

beforeAll(async () => {
  db = await testDatabase();
  const person = await db.prisma.person.create({ data: { name: 'Ada', hue: 1 } });
  ada = { person: { id: person.id, name: 'Ada', hue: 1, admin: false, signedIn: true }, linkIds: [] };
});
afterAll(async () => {
  await pictureWorker().end();
  await db.close();
});

async function hosted(slug: string): Promise<string> {
  const seriesId = await makeSeries(slug);
  await db.prisma.membership.create({ data: { seriesId, personId: ada.person?.id ?? '', role: 'host' } });
  return seriesId;
}

const form = (fields: Readonly<Record<string, string>>) => mirrorFormSchema.parse(fields);
const set = (slug: string, fields: Readonly<Record<string, string>>) => setMirror(ada, slug, form(fields));
const mirrorOf = async (slug: string) => {
  const { mirror } = await mirrorPage(ada, slug);
  if (mirror === null) throw new Error('there is no mirror');
  return mirror;
};

it('a folder is made for a series, and never one that is somebody else’s', async () => {
  const seriesId = await hosted('harbour');
  mkdirSync(path.join(environment().mirrorsDir, 'harbour.git'), { recursive: true });
  await set('harbour', { where: 'folder' });
  const { repository, condition } = await mirrorOf('harbour');
  expect(repository).toBe(path.join(environment().mirrorsDir, `harbour-${seriesId.slice(-12)}.git`));
  expect(condition).toBe('up-to-date');
  await sealedRecord(seriesId, '2026-05-07');
  expect(await mirrorOf('harbour')).toMatchObject({ condition: 'waiting', waiting: 1 });
  await mirrorSeries(seriesId);
  expect(await mirrorOf('harbour')).toMatchObject({ condition: 'up-to-date', waiting: 0, mirrored: 1 });
  // Saved again it is the same one.
  await set('harbour', { where: 'folder' });
  expect(await mirrorOf('harbour')).toMatchObject({ repository, mirrored: 1 });
  await turnMirror(ada, 'harbour', false);
  expect(await mirrorOf('harbour')).toMatchObject({ condition: 'off' });
  expect(existsSync(path.join(repository, 'HEAD'))).toBe(true);
});

it('is for hosts alone', async () => {
  await hosted('closed');
  for (const act of [
    () => mirrorPage(STRANGER, 'closed'),
    () => setMirror(STRANGER, 'closed', form({ where: 'folder' })),
    () => tryMirror(STRANGER, 'closed'),
  ])
    await expect(act()).rejects.toMatchObject({ code: expect.stringMatching(/not-found|sign-in-first|not-allowed/) });
  expect(await db.prisma.seriesMirror.count({ where: { series: { slug: 'closed' } } })).toBe(0);
  await expect(tryMirror(ada, 'closed')).rejects.toThrow(messages.mirror.none);
});

it('a token goes to the address that it was given for, and to no other; a deploy key is made once', async () => {
  const seriesId = await hosted('keys');
  await set('keys', { where: 'remote', address: 'https://8.8.8.8/a.git', token: 'secret-token' });
  const row = () => db.prisma.seriesMirror.findUniqueOrThrow({ where: { seriesId } });
  const { token } = await row();
  expect(token).not.toContain('secret');
  expect(await mirrorOf('keys')).toMatchObject({ kind: 'https', hasToken: true, publicKey: null });
  expect(JSON.stringify(await mirrorPage(ada, 'keys'))).not.toContain(token);
  await set('keys', { where: 'remote', address: 'https://8.8.8.8/a.git' });
  expect((await row()).token).toBe(token);
  await set('keys', { where: 'remote', address: 'https://8.8.4.4/a.git' });
  expect((await row()).token).toBe(null);
  await set('keys', { where: 'remote', address: 'git@8.8.8.8:team/a.git' });
  const { publicKey, privateKey } = await row();
  expect(publicKey).toMatch(/^ssh-ed25519 \S+ plenum-keys$/);
  expect(privateKey).not.toContain('PRIVATE');
  await set('keys', { where: 'remote', address: 'git@8.8.4.4:team/a.git' });
  expect(await row()).toMatchObject({ publicKey, privateKey, hostKeys: null });
  const acts = await db.prisma.auditEntry.findMany({ where: { seriesId, act: 'mirror.set' } });
  expect(acts).toHaveLength(5);
  expect(JSON.stringify(acts)).not.toMatch(/secret-token|PRIVATE/);
});

it.each([
  ['http://8.8.8.8/a.git', messages.mirror.git.scheme],
  ['https://127.0.0.1/a.git', messages.mirror.git.notAllowed('127.0.0.1', 443)],
  ['git@192.168.1.1:a.git', messages.mirror.git.notAllowed('192.168.1.1', 22)],
  ['../../etc', messages.mirror.git.noAddress],
  ['/var/lib/plenum', messages.mirror.git.noAddress],
])('%s is refused at once', async (address, sentence) => {
  const slug = `refused-${Math.floor(performance.now() * 1000)}`;
  await hosted(slug);
  await expect(set(slug, { where: 'remote', address })).rejects.toThrow(sentence);
  expect((await mirrorPage(ada, slug)).mirror).toBe(null);
});

it('two series never share a branch of a repository', async () => {
  await hosted('one');
  await hosted('two');
  await set('one', { where: 'remote', address: 'https://8.8.8.8/shared.git' });
  await expect(set('two', { where: 'remote', address: 'https://8.8.8.8:443/shared.git' })).rejects.toThrow(
    messages.mirror.taken,
  );
  await set('two', { where: 'remote', address: 'https://8.8.8.8/shared.git', branch: 'two' });
  for (const branch of ['-x', 'a..b', 'a b', 'x.lock', 'a//b', 'refs/'])
    expect(mirrorFormSchema.safeParse({ where: 'folder', branch }).success).toBe(false);
});

it('goes on from another history only when a host says so, and then writes what that lacks', async () => {
  const seriesId = await hosted('history');
  await set('history', { where: 'folder' });
  await sealedRecord(seriesId, '2026-05-07');
  await mirrorSeries(seriesId);
  const { repository } = await mirrorOf('history');
  const tree = git(repository, 'hash-object', '-t', 'tree', '-w', '/dev/null');
  git(repository, 'update-ref', 'refs/heads/main', git(repository, 'commit-tree', tree, '-m', 'Theirs'));
  await sealedRecord(seriesId, '2026-05-14');
  await mirrorSeries(seriesId);
  expect(await mirrorOf('history')).toMatchObject({ condition: 'diverged', problem: messages.mirror.diverged });
  await goOnFromTheirs(ada, 'history');
  await mirrorSeries(seriesId);
  expect(await mirrorOf('history')).toMatchObject({ condition: 'up-to-date', mirrored: 2 });
  expect(git(repository, 'log', '--reverse', '--format=%s', 'main')).toBe(
    'Theirs\nCall (2026-05-07)\nCall (2026-05-14)',
  );
});
