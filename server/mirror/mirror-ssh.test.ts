import { afterAll, beforeAll, expect, it } from 'vitest';

import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { bareRepository, git } from '#e2e/harness/git-server.ts';
import { mirroredSeries, sealedRecord } from '#e2e/harness/mirrored.ts';
import { sshServer, type SshServer } from '#e2e/harness/ssh-server.ts';
import { messages } from '#lib/messages/en.ts';
import { sealSecret } from '#server/accounts/sealed-secret.ts';
import { pictureWorker } from '#server/assets/fit/picture-worker.ts';
import { hostKeyFingerprints, makeDeployKey } from '#server/git/deploy-key.ts';

import { mirrorSeries } from './mirror-series.ts';
import { KEY_PURPOSE } from './open-mirror.ts';

let db: TestDatabase;
let server: SshServer;

beforeAll(async () => {
  db = await testDatabase();
  server = await sshServer();
});
afterAll(async () => {
  await server.close();
  await pictureWorker().end();
  await db.close();
});

it('a repository elsewhere gets its commits by ssh, from a key that was let in to a server whose key is known', async () => {
  const repository = bareRepository();
  const address = server.address(repository);
  const seriesId = await mirroredSeries('ssh', 'ssh', address);
  const key = await makeDeployKey('plenum-ssh; rm -rf /');
  expect(key.publicKey).toMatch(/^ssh-ed25519 \S+ plenum-sshrm-rf$/);
  const privateKey = await sealSecret(KEY_PURPOSE, key.privateKey);
  expect(privateKey).not.toContain('OPENSSH');
  await db.prisma.seriesMirror.update({ where: { seriesId }, data: { publicKey: key.publicKey, privateKey } });
  await sealedRecord(seriesId, '2026-05-07');
  const tried = async () => {
    await mirrorSeries(seriesId, server.policy);
    return db.prisma.seriesMirror.findUniqueOrThrow({ where: { seriesId } });
  };
  const { problem, hostKeys } = await tried();
  expect(problem).toBe(messages.mirror.git.denied('ssh.example'));
  expect(hostKeys?.trim()).toBe(`ssh.example ${server.hostKey}`);
  expect(hostKeyFingerprints(hostKeys ?? '')).toEqual([expect.stringMatching(/^ssh-ed25519 SHA256:[\w+/]{43}$/)]);
  server.letIn(key.publicKey);
  expect(await tried()).toMatchObject({ problem: null, hostKeys });
  expect(git(repository, 'log', '--format=%s', 'main')).toBe('Call (2026-05-07)');
  const trusted = await db.prisma.auditEntry.findMany({ where: { seriesId, act: 'mirror.trust' } });
  expect(trusted).toHaveLength(1);

  // Somebody else answers under its name.
  await server.changeKey();
  await sealedRecord(seriesId, '2026-05-14');
  expect(await tried()).toMatchObject({ problem: messages.mirror.git.hostKey('ssh.example'), hostKeys });
  expect(git(repository, 'log', '--format=%s', 'main')).toBe('Call (2026-05-07)');
  // A host says that this is right.
  await db.prisma.seriesMirror.update({ where: { seriesId }, data: { hostKeys: null } });
  expect(await tried()).toMatchObject({ problem: null, hostKeys: expect.stringContaining(server.hostKey) });
  expect(git(repository, 'log', '--format=%s', 'main')).toBe('Call (2026-05-14)\nCall (2026-05-07)');
});
