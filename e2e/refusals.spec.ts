import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base } from '@playwright/test';
import { WebSocket } from 'ws';
import { importCall } from './harness/series.ts';
import { expect, test } from './harness/scene.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

interface Ended {
  readonly code: number;
  readonly says: string;
}

/** Starts Plenum with this environment and waits until it gives up. */
function startRefused(env: Readonly<Record<string, string>>): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['server/start.ts'],
      { cwd: ROOT, env: { NODE_ENV: 'production', PATH: process.env['PATH'] ?? '', ...env } },
      (error, _stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, says: stderr.trim() });
      },
    );
  });
}

// Bad input at the start: one sentence, exit code 1, nothing touched.
base.describe('a start that cannot succeed says why in one sentence', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'plenum-refused-'));
  base.afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const cases: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
    ['a port that is no port', { PORT: 'http' }, /^PORT must be a number from 0 to 65535\.$/],
    [
      'Redis without a database',
      { REDIS_URL: 'redis://127.0.0.1' },
      /^REDIS_URL is set but DATABASE_URL is not: .*\.$/,
    ],
    [
      'a database that does not answer',
      { PORT: '0', DATABASE_URL: 'postgres://x:y@127.0.0.1:9/none' },
      /^The database of DATABASE_URL at 127\.0\.0\.1:9 does not answer: .*\.$/,
    ],
  ];
  for (const [name, env, sentence] of cases) {
    base(name, async () => {
      expect(await startRefused({ DATA_DIR: path.join(folder, 'unused'), ...env })).toEqual({
        code: 1,
        says: expect.stringMatching(sentence),
      });
    });
  }

  base('a port that is taken', async () => {
    const other = createServer().listen(0, '0.0.0.0');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    expect(await startRefused({ PORT: port, DATA_DIR: path.join(folder, 'unused') })).toEqual({
      code: 1,
      says: expect.stringMatching(/^Port \d+ is taken/),
    });
    other.close();
  });

  base('a data folder of another Postgres', async () => {
    const cluster = path.join(folder, 'old/postgres/cluster');
    mkdirSync(cluster, { recursive: true });
    writeFileSync(path.join(cluster, 'PG_VERSION'), '14\n');
    expect(await startRefused({ PORT: '0', DATA_DIR: path.join(folder, 'old') })).toEqual({
      code: 1,
      says: expect.stringMatching(/belongs to Postgres 14/),
    });
  });
});

test('files that are no decks get a sentence each, and nothing is written', async ({ plenum }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'plenum-files-'));
  const refusal = async (...args: readonly string[]) =>
    String(await plenum.cli('import', ...args, '--series', 'Broken', '--as', 'auto').catch((error: unknown) => error));
  expect(await refusal(path.join(folder, 'nowhere'))).toMatch(/nowhere/);
  mkdirSync(path.join(folder, 'empty'));
  expect(await refusal(path.join(folder, 'empty'))).toMatch(/no .*\.md|no Markdown|no decks/i);
  writeFileSync(path.join(folder, '2024-01-01.md'), Buffer.from([0x23, 0x20, 0xff, 0xfe, 0xfa]));
  expect(await refusal(path.join(folder, '2024-01-01.md'))).toMatch(/UTF-8/);
  writeFileSync(path.join(folder, '2024-01-02.md'), `# Long\n${'x'.repeat(20_000_001)}`);
  expect(await refusal(path.join(folder, '2024-01-02.md'))).toMatch(/large|MB|long/i);
  rmSync(folder, { recursive: true, force: true });
});

test.describe('a socket', () => {
  const closing = async (socket: WebSocket): Promise<number> => {
    const [code] = (await once(socket, 'close')) as [number];
    return code;
  };
  const origin = (url: string) => ({ origin: url });
  const at = (url: string, deck: string) => `${url.replace('http', 'ws')}/sync/${deck}`;

  test('is refused with a code: no deck, no role, no protocol', async ({ plenum }) => {
    const call = await importCall(plenum, 'Sockets');
    expect(await closing(new WebSocket(at(plenum.url, 'nothing'), origin(plenum.url)))).toBe(4404);
    const closed = await plenum.cli(
      'import',
      path.join(ROOT, 'e2e/fixtures/2026-12-17.md'),
      '--series',
      'Closed Series',
      '--as',
      'planned',
      '--read',
      'members',
    );
    expect(closed).not.toBe('');
    const garbage = new WebSocket(
      (await plenum.cli('ticket', call.deckId, '--role', 'writer', '--name', 'Mallory')).trim(),
    );
    await once(garbage, 'open');
    garbage.send(new Uint8Array([0, 2, 255, 255, 255, 255, 255]));
    expect(await closing(garbage)).toBe(4400);
    const health = await fetch(`${plenum.url}/api/health`);
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }]);
  });

  test('of another site is refused', async ({ plenum }) => {
    const call = await importCall(plenum, 'Other Site');
    expect(await closing(new WebSocket(at(plenum.url, call.deckId), origin('https://evil.example')))).toBe(4403);
  });
});

test('an address without anything behind it says so', async ({ actor }) => {
  const { page } = await actor(/404/);
  for (const address of ['/no-such-series', '/no-such-series/2024-01-01/deck', '/-/link/nonsense']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText(/nothing at this address|does not work any more/i).first()).toBeVisible();
  }
});

test('check looks at a running Plenum from outside', async ({ plenum }) => {
  const output = await plenum.cli('check');
  for (const line of ['answer', 'socket', 'client address', 'clock', 'disk'])
    expect(output).toMatch(new RegExp(`^ok +${line}`, 'm'));
});
