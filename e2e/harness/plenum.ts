import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from '#server/database/free-port.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const READY_WITHIN_MS = 120_000;

type Environment = Readonly<Record<string, string>>;

/** A real Plenum in a process of its own, with a data folder and an embedded Postgres of its own. */
export class Plenum {
  readonly dataDir: string;
  #env: Environment = {};
  #port = 0;
  #child: ChildProcess | null = null;
  #output = '';

  private constructor(dataDir: string) {
    this.dataDir = dataDir;
  }

  /** Starts one on a free port and waits until it says that it is ready. Its environment may depend on its address; its data may be there already. */
  static async start(
    env: Environment | ((url: string) => Promise<Environment>) = {},
    dataDir = mkdtempSync(path.join(tmpdir(), 'plenum-e2e-')),
  ): Promise<Plenum> {
    const plenum = new Plenum(dataDir);
    plenum.#port = await freePort();
    plenum.#env = typeof env === 'function' ? await env(plenum.url) : env;
    await plenum.startAgain();
    return plenum;
  }

  get url(): string {
    return `http://localhost:${this.#port}`;
  }

  /** The id of its process. */
  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** Everything it has printed since it was last started. */
  get output(): string {
    return this.#output;
  }

  /** The path of the set-up link that it printed, or null when it printed none. */
  get setupPath(): string | null {
    return /\/-\/setup\/\S+/.exec(this.#output)?.[0] ?? null;
  }

  /** Starts it on the same port and data. */
  async startAgain(): Promise<void> {
    this.#output = '';
    const child = spawn(process.execPath, ['server/start.ts'], {
      cwd: ROOT,
      env: this.#environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    const ready = Promise.withResolvers<void>();
    const read = (chunk: Buffer) => {
      this.#output += chunk.toString();
      if (this.#output.includes('Plenum is ready')) ready.resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => ready.reject(new Error(`Plenum ended before it was ready:\n${this.#output}`)));
    const timer = setTimeout(
      () => ready.reject(new Error(`Plenum was not ready in time:\n${this.#output}`)),
      READY_WITHIN_MS,
    );
    await ready.promise.finally(() => clearTimeout(timer));
  }

  /** Ends it by a signal and waits until it is gone. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  /** Ends it, its Postgres too, and removes its data. */
  async dispose(): Promise<void> {
    await this.end('SIGTERM');
    // A Plenum that was killed leaves its Postgres; the command line adopts it and, being last, stops it.
    await this.cli('decks').catch(() => undefined);
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** Runs `plenum …` on its data; gives what it printed. */
  async cli(...args: readonly string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(process.execPath, ['server/cli/plenum.ts', ...args], {
      cwd: ROOT,
      env: this.#environment(),
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  }

  /** The id of its Postgres process. */
  postgresPid(): number {
    return Number(this.#postmaster()[0]);
  }

  /** Does to its database what no page and no command does; gives the rows that come back. */
  async sql(statement: string, ...values: readonly string[]): Promise<readonly unknown[]> {
    const password = readFileSync(path.join(this.dataDir, 'postgres/password'), 'utf8').trim();
    const client = new pg.Client({
      connectionString: `postgresql://plenum:${password}@127.0.0.1:${this.#postmaster()[3]}/plenum`,
    });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(statement, [...values])).rows;
    } finally {
      await client.end();
    }
  }

  /** What Postgres writes down of itself: the process in its first line, the port in its fourth. */
  #postmaster(): readonly string[] {
    return readFileSync(path.join(this.dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n');
  }

  #environment(): NodeJS.ProcessEnv {
    const { PATH = '', HOME = '', PLENUM_SHARED } = process.env;
    return {
      NODE_ENV: 'production',
      PATH,
      HOME,
      ...(PLENUM_SHARED === undefined ? {} : { PLENUM_SHARED }),
      PORT: String(this.#port),
      DATA_DIR: this.dataDir,
      ...(process.env['NODE_COMPILE_CACHE'] === undefined
        ? {}
        : { NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] }),
      ...this.#env,
    };
  }
}
