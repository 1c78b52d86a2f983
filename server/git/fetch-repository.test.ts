import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

import {
  bareRepository,
  commitFiles,
  git,
  gitServer,
  newFolder,
  policyFor,
  type GitServer,
} from '#e2e/harness/git-server.ts';
import { messages } from '#lib/messages/en.ts';

import { fetchRepository, type RepositoryFile, type RepositoryOptions } from './fetch-repository.ts';
import { STRICT_GIT } from './git-policy.ts';

const says = messages.mirror.git;
const open: GitServer[] = [];
// Of its own, so that what stays behind is known.
process.env['TMPDIR'] = newFolder();

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
  const left = readdirSync(tmpdir()).filter((name) => name.startsWith('plenum-git-'));
  if (left.length > 0) throw new Error(`left behind: ${left.join(', ')}`);
});

async function serve(...how: Parameters<typeof gitServer>): Promise<GitServer> {
  const server = await gitServer(...how);
  open.push(server);
  return server;
}

async function files(source: string, options: Partial<RepositoryOptions> = {}): Promise<readonly RepositoryFile[]> {
  const all: RepositoryFile[] = [];
  for await (const file of fetchRepository(source, { mostBytes: () => 1_000_000, ...options })) all.push(file);
  return all;
}

/** Why it is refused. */
async function refusal(source: string, options: Partial<RepositoryOptions> = {}): Promise<string> {
  return files(source, options).then(
    (all) => `${all.length} files`,
    (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : 'no error'),
  );
}

/** A repository with two commits, one of them of a file that was changed. */
function written(): string {
  const repository = bareRepository();
  commitFiles(repository, { 'a.md': '# A', 'notes/ä b.md': '# B' }, '2024-01-25T10:00:00Z');
  commitFiles(repository, { 'a.md': '# A, changed', 'c.bin': 'x' }, '2024-03-01T10:00:00Z');
  return repository;
}

const plain = ({ name, bytes, size, skipped, firstCommittedAt, lastCommittedAt }: RepositoryFile) => [
  name,
  bytes === null ? null : Buffer.from(bytes).toString(),
  size,
  skipped,
  firstCommittedAt?.toISOString().slice(0, 10) ?? null,
  lastCommittedAt?.toISOString().slice(0, 10) ?? null,
];

const WRITTEN = [
  ['a.md', '# A, changed', 12, null, '2024-01-25', '2024-03-01'],
  ['c.bin', null, null, null, null, null],
  ['notes/ä b.md', '# B', 3, null, '2024-01-25', '2024-01-25'],
];
const texts = { mostBytes: (name: string) => (name.endsWith('.md') ? 1000 : 0) };

it('gives the files of a repository with their dates, by https and, on the command line, by path', async () => {
  const repository = written();
  const { address, policy, requests } = await serve(repository);
  expect((await files(address, { ...texts, policy })).map(plain)).toEqual(WRITTEN);
  expect(requests.every(({ headers }) => headers.host === `pictures.example:${new URL(address).port}`)).toBe(true);
  expect((await files(repository, { ...texts, allowPath: true })).map(plain)).toEqual(WRITTEN);
  expect(await refusal(repository)).toBe(`Refusal: ${says.noPath}`);
});

it('gives an empty repository, and none, back in a sentence', async () => {
  const { address, policy } = await serve(bareRepository());
  expect(await refusal(address, { policy })).toBe(`Refusal: ${says.empty}`);
  const elsewhere = address.replace('/team/calls.git', '/team/others.git');
  expect(await refusal(elsewhere, { policy })).toBe(`Refusal: ${says.notThere('pictures.example')}`);
});

describe('an address', () => {
  it.each([
    ['https://127.0.0.1/a.git', says.notAllowed('127.0.0.1', 443)],
    ['https://0x7f.1/a.git', says.notAllowed('127.0.0.1', 443)],
    ['https://[::1]/a.git', says.notAllowed('[::1]', 443)],
    ['https://169.254.169.254/latest/meta-data', says.notAllowed('169.254.169.254', 443)],
    ['https://8.8.8.8:6379/a.git', says.notAllowed('8.8.8.8', 6379)],
    ['ssh://git@10.0.0.7/a.git', says.notAllowed('10.0.0.7', 22)],
    ['git@localhost:a.git', says.notAllowed('localhost', 22)],
    ['http://8.8.8.8/a.git', says.scheme],
    ['git://8.8.8.8/a.git', says.scheme],
    ['file:///etc', says.scheme],
    ['https://ada:secret@8.8.8.8/a.git', says.credentials],
    ['ext::sh -c touch% /tmp/x', says.noAddress],
    ['--upload-pack=touch /tmp/x', says.noAddress],
    ['-oProxyCommand=x@8.8.8.8:a.git', says.noAddress],
    ['git@8.8.8.8:--upload-pack=x', says.noAddress],
    ['ssh://-oProxyCommand=x/a.git', says.noAddress],
    ['ssh://git@8.8.8.8/$(id)', says.noAddress],
    ["git@8.8.8.8:a';id;'.git", says.noAddress],
    ['https://8.8.8.8/a.git?x=\n', says.noAddress],
  ])('%s is refused', async (address, sentence) => {
    expect(await refusal(address, { policy: STRICT_GIT })).toBe(`Refusal: ${sentence}`);
  });

  it('whose name means something else the second time is asked where it was checked', async () => {
    const { policy, port } = await serve(written());
    // No resolver of this machine knows the name: only what was checked can have led there.
    expect(await refusal(`https://pictures.example:${port}/team/calls.git`, { policy })).toBe('3 files');
  });

  it('that sends on is not followed', async () => {
    const target = await serve(written());
    const { address, policy } = await serve(bareRepository(), (request, response) => {
      response.writeHead(302, { Location: `${target.origin}${request.url}` }).end();
      return true;
    });
    expect(await refusal(address, { policy })).toBe(`Refusal: ${says.redirected('pictures.example')}`);
    expect(target.requests).toHaveLength(0);
  });

  it('that hangs is given up: before it answers, while it answers, and before it speaks TLS', async () => {
    const silent = await serve(bareRepository(), () => true);
    const late = `Refusal: ${says.slow('pictures.example')}`;
    expect(await refusal(silent.address, { policy: { ...silent.policy, wholeMs: 700 } })).toBe(late);
    expect(await refusal(silent.address, { policy: { ...silent.policy, slowSeconds: 1 } })).toBe(late);
    const dripping = await serve(bareRepository(), (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/x-git-upload-pack-advertisement' }).write('001e');
      return true;
    });
    expect(await refusal(dripping.address, { policy: { ...dripping.policy, wholeMs: 700 } })).toBe(late);
    const deaf = createServer(() => undefined);
    await new Promise<void>((resolve) => void deaf.listen(0, '127.0.0.1', resolve));
    const { port } = deaf.address() as AddressInfo;
    const policy = { ...policyFor('pictures.example', port), wholeMs: 700 };
    expect(await refusal(`https://pictures.example:${port}/a.git`, { policy })).toBe(late);
    deaf.close();
    expect(strays(silent.port, dripping.port, port)).toBe('');
  });
});

/** What of git still runs for a test. */
function strays(...ports: readonly number[]): string {
  const running = readdirSync('/proc').flatMap((id) => {
    const file = `/proc/${id}/cmdline`;
    try {
      return /^\d+$/.test(id) ? [readFileSync(file, 'utf8').replaceAll('\0', ' ')] : [];
    } catch {
      // It has ended meanwhile.
      return [];
    }
  });
  return running.filter((line) => ports.some((port) => line.includes(`pictures.example:${port}/`))).join('\n');
}

/** A repository whose tree was made by hand: entries as `git mktree` takes them. */
function handMade(entries: (store: (text: string | URL) => string) => readonly string[]): string {
  const folder = bareRepository();
  const store = (text: string | URL) => {
    const file = text instanceof URL ? fileURLToPath(text) : path.join(newFolder(), 'x');
    if (typeof text === 'string') writeFileSync(file, text);
    return git(folder, 'hash-object', '-w', file);
  };
  const lines = entries(store);
  const tree = rawTree(folder, lines);
  git(folder, 'update-ref', 'refs/heads/main', git(folder, 'commit-tree', tree, '-m', 'hostile'));
  return folder;
}

/** Without git's own checks of names. */
function rawTree(folder: string, lines: readonly string[]): string {
  const parts = lines.map((line) => {
    const [, mode = '', id = '', name = ''] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/.exec(line) ?? [];
    return Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]);
  });
  const file = path.join(newFolder(), 'tree');
  writeFileSync(file, Buffer.concat(parts));
  return git(folder, 'hash-object', '-t', 'tree', '-w', '--literally', file);
}

describe('a hostile repository', () => {
  it('is read without its links, its submodules and names that lead elsewhere, each of them named', async () => {
    const folder = handMade((store) => {
      const inner = store('# Inner');
      return [
        `100644 blob ${inner}\t..`,
        `100644 blob ${inner}\t.GIT`,
        `100644 blob ${inner}\tC:\\x.md`,
        `120000 blob ${store('/etc/passwd')}\tlink.md`,
        `100644 blob ${inner}\tok.md`,
        `160000 commit ${'1'.repeat(40)}\tsub`,
        `100644 blob ${inner}\ttwice.md`,
        `100644 blob ${store('# Other')}\ttwice.md`,
      ];
    });
    const { address, policy } = await serve(folder);
    const expected = [
      ['..', 'name'],
      ['.GIT', 'name'],
      ['C:\\x.md', 'name'],
      ['link.md', 'link'],
      ['ok.md', null],
      ['sub', 'submodule'],
      ['twice.md', null],
      ['twice.md', 'name'],
    ];
    for (const all of [await files(address, { policy }), await files(folder, { allowPath: true })]) {
      expect(all.map(({ name, skipped }) => [name, skipped])).toEqual(expected);
      expect(all.filter(({ bytes }) => bytes !== null).map(({ name }) => name)).toEqual(['ok.md', 'twice.md']);
    }
  });

  it('with a quarter of a gigabyte in a few kilobytes never has it in memory, whether its server leaves it out or sends it', async () => {
    const repository = handMade((store) => {
      const zeros = path.join(newFolder(), 'zeros');
      writeFileSync(zeros, '');
      truncateSync(zeros, 2 ** 28);
      return [`100644 blob ${store('# Small')}\ta.md`, `100644 blob ${store(pathToFileURL(zeros))}\tlarge.md`];
    });
    const { address, policy } = await serve(repository);
    const before = process.memoryUsage().rss;
    expect((await files(address, { policy })).map(plain).map((file) => file.slice(0, 4))).toEqual([
      ['a.md', '# Small', 7, null],
      ['large.md', null, null, 'too-large'],
    ]);
    git(repository, 'config', 'uploadpack.allowFilter', 'false');
    expect((await files(address, { policy })).map(plain).map((file) => file.slice(0, 4))).toEqual([
      ['a.md', '# Small', 7, null],
      ['large.md', null, 2 ** 28, 'too-large'],
    ]);
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
    const tight = { ...policy, mostBytes: 10_000 };
    expect(await refusal(address, { policy: tight })).toBe(`Refusal: ${says.tooLarge(0)}`);
    expect(await refusal(address, { policy: { ...policy, mostFiles: 1 } })).toBe(`Refusal: ${says.tooManyFiles(1)}`);
  });

  it('runs nothing that it holds: hooks, filters, settings, and another repository that it says it is part of', async () => {
    const folder = newFolder();
    const mark = path.join(newFolder(), 'ran');
    git(folder, 'init', '--quiet', '.');
    writeFileSync(path.join(folder, 'a.md'), '# A');
    writeFileSync(path.join(folder, '.gitattributes'), '*.md filter=evil diff=evil\n');
    git(folder, 'add', '--all');
    git(folder, 'commit', '--quiet', '--message=a');
    const evil = `touch ${mark}`;
    for (const key of [
      'core.fsmonitor',
      'core.sshCommand',
      'filter.evil.smudge',
      'diff.evil.textconv',
      'uploadpack.packObjectsHook',
      'core.pager',
      'core.alternateRefsCommand',
    ])
      git(folder, 'config', key, evil);
    git(folder, 'config', 'remote.origin.promisor', 'true');
    git(folder, 'config', 'remote.origin.url', `ext::sh -c ${evil.replace(' ', '% ')}`);
    mkdirSync(path.join(folder, '.git/hooks'), { recursive: true });
    for (const hook of ['post-checkout', 'reference-transaction', 'pre-auto-gc'])
      writeFileSync(path.join(folder, '.git/hooks', hook), `#!/bin/sh\n${evil}\n`, { mode: 0o755 });
    expect((await files(folder, { allowPath: true })).map(({ name }) => name)).toEqual(['.gitattributes', 'a.md']);
    expect(existsSync(mark)).toBe(false);
  });

  it('may be stopped while it is read', async () => {
    const repository = written();
    const controller = new AbortController();
    const reading = fetchRepository(repository, { ...texts, allowPath: true, signal: controller.signal });
    await reading.next();
    await reading.return(undefined);
    controller.abort();
    expect(await refusal(repository, { allowPath: true, signal: controller.signal })).toContain(says.stopped);
  });
});
