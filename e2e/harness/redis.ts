import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '#server/database/free-port.ts';

/** A Redis of a test's own on a free loopback port. */
export interface TestRedis {
  readonly url: string;
  /** Ends it as `kill -9` does; another one may take its port. */
  close(): Promise<void>;
}

/** Starts redis-server, on this port if it is told one, and fails with a sentence where it is not installed. */
export async function testRedis(wanted?: number): Promise<TestRedis> {
  const port = wanted ?? (await freePort());
  const folder = mkdtempSync(path.join(tmpdir(), 'plenum-redis-'));
  const server = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await ready(server);
  return {
    url: `redis://127.0.0.1:${port}`,
    async close() {
      if (server.exitCode === null) {
        server.kill('SIGKILL');
        await once(server, 'exit');
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', () =>
      reject(
        new Error(
          'The tests of the bus need redis-server: install Redis or Valkey (Debian: apt-get install redis-server).',
        ),
      ),
    );
    server.once('exit', (code) => reject(new Error(`redis-server ended with ${code} before it was ready.`)));
    server.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.includes('Ready to accept connections')) resolve();
    });
  });
}
