import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** Rooms and sockets in a process of their own. */
export interface SyncChild {
  readonly address: string;
  readonly child: ChildProcess;
  /** Everything that it has printed on standard error. */
  readonly output: () => string;
}

/** Starts one with these settings beside the test's own: DATABASE_URL, PORT, REDIS_URL. */
export async function startSyncChild(env: Readonly<Record<string, string>>): Promise<SyncChild> {
  const child = spawn(process.execPath, [path.resolve(import.meta.dirname, 'sync-server-process.ts')], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const line = await Promise.race([
    once(child.stdout, 'data').then(([data]) => String(data)),
    once(child, 'exit').then(() => Promise.reject(new Error(`The process ended before it was ready:\n${output}`))),
  ]);
  return { address: line.trim(), child, output: () => output };
}
