import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openEmbeddedCluster } from './embedded-cluster.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'plenum-cluster-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const postmaster = () =>
  Number(readFileSync(path.join(folder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

describe('the embedded Postgres', () => {
  it('speaks UTF-8, keeps its password to itself, and stops with the last that uses it', async () => {
    const first = await openEmbeddedCluster(folder);
    expect(await ask(first.url, 'SHOW server_encoding')).toBe('UTF8');
    expect(statSync(path.join(folder, 'postgres/password')).mode & 0o077).toBe(0);
    const pid = postmaster();
    const second = await openEmbeddedCluster(folder);
    expect(postmaster()).toBe(pid);
    await first.close();
    expect(await ask(second.url, 'SELECT 1')).toBe(1);
    await second.close();
    expect(lives(pid)).toBe(false);
  });

  it('outlives a killed Plenum and is adopted by the next', async () => {
    const script = `import { openEmbeddedCluster } from './server/database/embedded-cluster.ts'; await openEmbeddedCluster(${JSON.stringify(folder)}); console.log('open');`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    const pid = postmaster();
    child.kill('SIGKILL');
    await once(child, 'exit');
    const next = await openEmbeddedCluster(folder);
    expect(postmaster()).toBe(pid);
    await next.close();
  });

  it('is started again on its port when it dies', async () => {
    const cluster = await openEmbeddedCluster(folder);
    const pid = postmaster();
    process.kill(pid, 'SIGKILL');
    await vi.waitFor(async () => expect(await ask(cluster.url, 'SELECT 1')).toBe(1), {
      timeout: 20_000,
      interval: 200,
    });
    await vi.waitFor(() => expect(postmaster()).not.toBe(pid), { timeout: 20_000, interval: 200 });
    await cluster.close();
  });

  it('leaves a folder of another version alone and says so', async () => {
    const old = path.join(folder, 'old/postgres/cluster');
    mkdirSync(old, { recursive: true });
    writeFileSync(path.join(old, 'PG_VERSION'), '15\n');
    await expect(openEmbeddedCluster(path.join(folder, 'old'))).rejects.toThrow(
      /belongs to Postgres 15, this Plenum brings Postgres 18/,
    );
    expect(readFileSync(path.join(old, 'PG_VERSION'), 'utf8')).toBe('15\n');
  });
});
