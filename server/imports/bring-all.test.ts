import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { testDatabase, type TestDatabase } from '#e2e/harness/database.ts';
import { pictureFile } from '#e2e/harness/pictures.ts';
import { pictureServer, type PictureServer } from '#e2e/harness/picture-server.ts';
import { signedIn } from '#e2e/harness/people.ts';
import { rawZip } from '#e2e/harness/raw-zip.ts';
import { STRANGER, type Visitor } from '#lib/visitor.ts';
import { recordPage } from '#server/archive/record-page.ts';
import { incomingFolder } from '#server/assets/prepare-picture.ts';
import { pictureWorker } from '#server/assets/fit/picture-worker.ts';
import { closeBus } from '#server/bus/open-bus.ts';
import { importFromShell, oldAddressesFromShell, planFromShell } from '#server/cli/import.ts';

import { oldAddress } from './old-address.ts';
import { proxyConfiguration } from './old-address-map.ts';
import { openRun } from './open-run.ts';
import { receiveZip } from './receive-zip.ts';
import { runImport } from './run-import.ts';

let db: TestDatabase;
let ada: Visitor;
let eve: Visitor;
let folder: string;
let server: PictureServer;

beforeAll(async () => {
  const picture = (await pictureFile('p.png', 40)).buffer;
  server = await pictureServer((request, response) => {
    if (request.url === '/uploads/gone.png') response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'image/png' }).end(picture);
  });
  // Before anything asks for the settings.
  process.env['FETCH_ALLOW'] = server.server;
  db = await testDatabase();
  ada = await signedIn(db, 'Ada');
  eve = await signedIn(db, 'Eve');
  await db.prisma.person.update({ where: { id: ada.person?.id ?? '' }, data: { admin: true } });
  folder = mkdtempSync(path.join(tmpdir(), 'plenum-bring-'));
});

afterAll(async () => {
  await pictureWorker().end();
  await server.close();
  await closeBus();
  await db.close();
});

const deck = (word: string): string => `# Call ${word}\n\n---\n\n# Pier\n\n- ${word}\n`;

describe('from the shell', () => {
  it('archives, repositories and a map of old names come in; a dry run writes nothing', async () => {
    const archive = path.join(folder, 'calls.zip');
    writeFileSync(archive, rawZip([{ name: 'harbour-call.md', bytes: deck('2025-01-02') }]));
    const repository = path.join(folder, 'repository');
    mkdirSync(repository);
    const git = (...words: string[]) =>
      execFileSync('git', ['-C', repository, ...words], {
        env: { ...process.env, GIT_AUTHOR_DATE: '2025-02-06T12:00:00Z', GIT_COMMITTER_DATE: '2025-02-06T12:00:00Z' },
      });
    git('init', '--quiet');
    writeFileSync(
      path.join(repository, 'loose.md'),
      `# Loose\n\n[last](https://pads.example/s/old)\n\n---\n\n# Pier\n`,
    );
    symlinkSync('/etc/passwd', path.join(repository, 'link.md'));
    git('add', '.');
    git('-c', 'user.name=Ada', '-c', 'user.email=ada@x.example', 'commit', '--quiet', '-m', 'A deck');
    const aliasMap = path.join(folder, 'aliases.csv');
    writeFileSync(aliasMap, 'old,new\nhttps://pads.example/s/old,2025-01-02\n');
    const given = { series: 'Brought', as: 'auto' };

    const before = await db.prisma.importRun.count();
    expect(await planFromShell({ ...given, paths: [archive] })).toEqual([
      '  record    2025-01-02   2 slides  harbour-call.md',
      'Nothing was written.',
    ]);
    expect([await db.prisma.importRun.count(), await db.prisma.series.count()]).toEqual([before, 0]);
    await importFromShell({ ...given, paths: [archive] });
    const report = await importFromShell({ ...given, paths: [repository], git: true, aliasMap });
    expect(report.items.map(({ file, date, outcome }) => [file, date, outcome])).toEqual([
      ['loose.md', '2025-02-06', 'record'],
    ]);
    expect(report.ignored).toEqual([{ file: 'link.md', problem: { code: 'link' } }]);
    await expect(importFromShell({ ...given, paths: ['https://127.0.0.1/x.git'] })).rejects.toMatchObject({
      name: 'Refusal',
    });
    await expect(importFromShell({ ...given, paths: [archive], aliasMap: '/nowhere' })).rejects.toMatchObject({
      code: 'not-found',
    });
    const map = await oldAddressesFromShell({ series: 'brought', for: 'nginx' }, 'https://plenum.example');
    expect(map).toContain('  "/p/harbour-call" "https://plenum.example/brought/2025-01-02";\n');
  }, 60_000);

  it('a file of a gigabyte is not read, and the others come in', async () => {
    const large = path.join(folder, 'large');
    mkdirSync(large);
    writeFileSync(path.join(large, '2025-01-02.md'), deck('a'));
    for (const name of ['2025-01-09.md', 'huge.png']) {
      writeFileSync(path.join(large, name), '');
      truncateSync(path.join(large, name), 1_000_000_000);
    }
    const before = process.memoryUsage().rss;
    const report = await importFromShell({ paths: [large], series: 'Large', as: 'auto' });
    expect(report.items.map(({ outcome, problems }) => [outcome, problems.map(({ code }) => code)])).toEqual([
      ['record', []],
      ['refused', ['too-large']],
    ]);
    expect(report.ignored).toEqual([
      { file: 'huge.png', problem: { code: 'too-large', bytes: 1_000_000_000, limit: 20_000_000 } },
    ]);
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
  });
});

describe('an archive that somebody sends', () => {
  it('leaves no file and no half import when it bursts, is cut off or breaks off', async () => {
    const { id } = await openRun(ada, {
      source: { type: 'zip', name: 'a.zip' },
      target: {
        form: {
          name: 'Zip',
          timeZone: 'UTC',
          readDecks: 'members',
          readLive: 'members',
          readRecords: 'members',
          write: 'members',
        },
      },
    });
    const many = Array.from({ length: 400 }, (_none, index) => ({
      name: `${index}.md`,
      bytes: Buffer.alloc(900_000, 'a'),
      overlaps: index > 0,
    }));
    const good = rawZip([{ name: '2025-01-02.md', bytes: deck('a') }]);
    for (const archive of [rawZip(many), good.subarray(0, 60), Buffer.from('x')]) {
      await expect(receiveZip(id, Readable.from([archive]))).rejects.toMatchObject({ name: 'Refusal' });
      expect(await db.prisma.importFile.count({ where: { runId: id } })).toBe(0);
    }
    async function* breaksOff(): AsyncGenerator<Uint8Array> {
      yield good.subarray(0, 30);
      throw new Error('the line is cut');
    }
    await expect(receiveZip(id, breaksOff())).rejects.toThrow('the line is cut');
    expect(readdirSync(await incomingFolder())).toEqual([]);
    expect(await receiveZip(id, Readable.from([good]))).toBe(1);
    expect(existsSync('/etc/evil.md')).toBe(false);
  });
});

describe('pictures that nobody brought', () => {
  it('are fetched from the old server on request, each once, also by relative addresses', async () => {
    const text = (word: string) =>
      `# ${word}\n\n![](/uploads/a.png) ![](${server.origin}/uploads/b.png) ![](/uploads/gone.png)\n\n---\n\n# B\n`;
    const files = ['2025-01-02.md', '2025-01-09.md'].map((name) => ({
      name,
      bytes: new TextEncoder().encode(text(name)),
    }));
    const plan = (series: string, fetch: boolean) =>
      runImport(ada, {
        files,
        target: {
          form: {
            name: series,
            timeZone: 'UTC',
            readDecks: 'members',
            readLive: 'public',
            readRecords: 'public',
            write: 'members',
          },
        },
        decisions: files.map(({ name }) => ({ file: name, kind: 'record', date: name.slice(0, 10), repair: false })),
        options: { fetch, oldServer: server.origin },
      });
    expect((await plan('Not fetched', false)).pictures).toMatchObject({ kept: 0, fetched: 0 });
    expect(server.requests).toHaveLength(0);
    const report = await plan('Fetched', true);
    expect(report.pictures).toMatchObject({ kept: 2, fetched: 2, missing: [{ address: '/uploads/gone.png' }] });
    expect(server.requests).toHaveLength(3);
    expect([...new Set(server.requests.map(({ url }) => url ?? ''))].toSorted((a, b) => a.localeCompare(b))).toEqual([
      '/uploads/a.png',
      '/uploads/b.png',
      '/uploads/gone.png',
    ]);
    expect((await recordPage(STRANGER, 'fetched', '2025-01-09', null)).missingPictures).toEqual(['/uploads/gone.png']);
  }, 60_000);
});

describe('old addresses', () => {
  it('lead to records and pictures for whoever may read them, and nowhere for others', async () => {
    const picture = (await pictureFile('p.png', 90)).buffer;
    const text = '---\nalias: old-name\n---\n\n# A\n\n![](https://pads.example/uploads/0f6b1d9e.png)\n\n---\n\n# B\n';
    const bring = (name: string, audience: 'public' | 'members', word: string) =>
      runImport(ada, {
        files: [
          { name: 'harbour.md', bytes: new TextEncoder().encode(text + word) },
          { name: '0f6b1d9e.png', bytes: new Uint8Array(picture) },
        ],
        target: {
          form: {
            name,
            timeZone: 'UTC',
            readDecks: audience,
            readLive: audience,
            readRecords: audience,
            write: 'members',
          },
        },
        decisions: [{ file: 'harbour.md', kind: 'record', date: '2025-01-02', repair: false }],
      });
    await bring('Shut', 'members', 'x');
    const paths = ['/harbour', '/s/old-name', '/p/old-name', '/uploads/0f6b1d9e.png'];
    for (const at of paths) {
      for (const visitor of [STRANGER, eve]) expect(await oldAddress(visitor, at)).toBeNull();
      expect(await oldAddress(ada, at)).toMatch(/^\/(?:shut\/2025-01-02|assets\/\w+\.\w+)$/);
    }
    // Another series had a note of the same name: whoever may read that one is led there.
    await bring('Open', 'public', 'y');
    expect(await oldAddress(STRANGER, '/harbour')).toBe('/open/2025-01-02');
    expect(await oldAddress(STRANGER, '/uploads/0f6b1d9e.png')).toMatch(/^\/assets\//);
    for (const at of ['/', '/unknown', '/harbour/deck', '/x/harbour', '/%00', '/%FF', '/uploads/', '//harbour'])
      expect(await oldAddress(ada, at)).toBeNull();
    await db.prisma.call.updateMany({ where: { series: { slug: 'open' } }, data: { deletedAt: new Date() } });
    expect(await oldAddress(STRANGER, '/harbour')).toBeNull();
  }, 60_000);

  it('are printed for proxies so that no name can be read as configuration', () => {
    const to = '/harbour/2025-01-02';
    const hostile = [
      '"; } server { listen 1; }',
      'a\nb',
      '{$HOME}',
      '`x`',
      '$host',
      'a\\',
      '*',
      'a;b',
      'a#b',
      '\u202E',
    ];
    const paths = [
      { from: '/Grüße, alle', to },
      { from: '/uploads/a.png', to: '/assets/k.png' },
      ...hostile.map((name) => ({ from: `/${name}`, to })),
    ];
    for (const proxy of ['nginx', 'caddy'] as const) {
      const text = proxyConfiguration(paths, proxy, 'https://plenum.example');
      expect(text).toContain('"/Grüße, alle" "https://plenum.example/harbour/2025-01-02"');
      expect(text).toContain(`# ${hostile.length} addresses are left out`);
      expect(text.match(/https:\/\/plenum\.example/g)).toHaveLength(2);
      expect(text).not.toMatch(/listen|HOME|`x`/);
    }
  });
});
