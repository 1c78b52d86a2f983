import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Order, ProcessOptions } from '#e2e/harness/sync-process-orders.ts';
import { freePort } from '#server/database/free-port.ts';

const SCRIPT = path.resolve(import.meta.dirname, '../harness/sync-server-process.ts');
const MOST_SAID = 4_000;

export interface ServerProcessOptions extends ProcessOptions {
  /** The database, or the folder of an embedded one. */
  readonly env: Readonly<Record<string, string>>;
}

/** A server of its own process, that can be killed and comes back on its port. */
export class ServerProcess {
  readonly port: number;
  readonly #options: ServerProcessOptions;
  #child: ChildProcess | null = null;
  #said = '';
  #ending = false;

  private constructor(port: number, options: ServerProcessOptions) {
    this.port = port;
    this.#options = options;
  }

  static async start(options: ServerProcessOptions): Promise<ServerProcess> {
    const server = new ServerProcess(await freePort(), options);
    await server.start();
    return server;
  }

  get running(): boolean {
    return this.#child !== null;
  }

  /** Starts it, or starts it again, with other wishes if it is given some. Resolves when it can be reached. */
  async start(other: Partial<ProcessOptions> = {}): Promise<void> {
    const { env, heapMb, ...options } = this.#options;
    const child = fork(SCRIPT, {
      env: {
        NODE_ENV: 'test',
        PATH: process.env['PATH'],
        ...env,
        PORT: String(this.port),
        SYNC_OPTIONS: JSON.stringify({ ...options, ...other }),
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      execArgv: heapMb === undefined ? [] : [`--max-old-space-size=${heapMb}`],
    });
    this.#child = child;
    this.#ending = false;
    child.stderr?.on('data', (chunk: Buffer) => (this.#said = (this.#said + chunk.toString()).slice(-MOST_SAID)));
    child.once('exit', () => (this.#child = null));
    const { stdout } = child;
    if (stdout === null) throw new Error('A server says nothing.');
    await Promise.race([once(stdout, 'data'), once(child, 'exit').then(() => this.expectNoFall())]);
  }

  /** Sends a signal that it does not survive, and waits until it is gone. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    if (child === null) return;
    this.#ending = true;
    child.kill(signal);
    await once(child, 'exit');
  }

  /** Resolves when it is gone by itself, as it was told to be. */
  async gone(): Promise<void> {
    this.#ending = true;
    if (this.#child !== null) await once(this.#child, 'exit');
  }

  /** Stops it, as a machine does that is out of breath, or lets it go on. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.#child?.kill(signal);
  }

  tell(order: Order): void {
    this.#child?.send(order);
  }

  /** Throws with its last words if it ended without having been told to. */
  expectNoFall(): void {
    if (this.#child === null && !this.#ending) throw new Error(`A server fell over by itself:\n${this.#said}`);
  }
}
