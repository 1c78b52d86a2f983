import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { closeDatabase } from '#server/database/client.ts';
import { openDatabase, type OpenDatabase } from '#server/database/open-database.ts';
import { readEnvironment } from '#server/environment.ts';

const DISK = '128m';
// Of a gigabyte that Postgres would like to keep, the small disk has nothing left for decks.
const LEAST_WAL = ['max_wal_size', 'min_wal_size'].map((name) => `ALTER SYSTEM SET ${name} = '32MB'`);

/** A Postgres for one test file, to be stopped, killed and starved. `DATABASE_URL` and so `database()` point at it. */
export class OwnCluster {
  readonly folder: string;
  /** Whether its disk is a small one of its own, which only root can make. */
  readonly smallDisk: boolean;
  readonly #database: OpenDatabase;

  static async open(): Promise<OwnCluster> {
    const folder = mkdtempSync(path.join(tmpdir(), 'plenum-own-cluster-'));
    const smallDisk = process.getuid?.() === 0;
    if (smallDisk) run('mount', '-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', folder);
    const database = await openDatabase(readEnvironment({ DATA_DIR: folder }));
    const cluster = new OwnCluster(folder, smallDisk, database);
    for (const statement of [...LEAST_WAL, 'SELECT pg_reload_conf()']) await cluster.run(statement);
    return cluster;
  }

  private constructor(folder: string, smallDisk: boolean, database: OpenDatabase) {
    this.folder = folder;
    this.smallDisk = smallDisk;
    this.#database = database;
  }

  get url(): string {
    return this.#database.url;
  }

  /** Runs a statement on a connection of its own. */
  async run(sql: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.url });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  }

  /** Sends the postmaster a signal: SIGINT stops it in order, and it is started again like after any other end. */
  signal(signal: 'SIGINT' | 'SIGKILL'): void {
    process.kill(this.#postmaster(), signal);
  }

  /** Sends every process of the server a signal: SIGSTOP makes it hang with its connections open. */
  signalAll(signal: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): void {
    const postmaster = this.#postmaster();
    const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').trim();
    for (const pid of [postmaster, ...children.split(' ').filter(Boolean).map(Number)]) process.kill(pid, signal);
  }

  /** Writes its disk full to the last byte. */
  fillDisk(): void {
    const block = Buffer.alloc(64 * 1024);
    try {
      for (;;) writeFileSync(this.#ballast, block, { flag: 'a' });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    }
  }

  freeDisk(): void {
    rmSync(this.#ballast, { force: true });
  }

  async close(): Promise<void> {
    this.freeDisk();
    await closeDatabase();
    await this.#database.close();
    if (this.smallDisk) run('umount', this.folder);
    rmSync(this.folder, { recursive: true, force: true });
  }

  get #ballast(): string {
    return path.join(this.folder, 'ballast');
  }

  #postmaster(): number {
    return Number(readFileSync(path.join(this.folder, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0]);
  }
}

function run(program: string, ...args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The test of a full disk needs ${program}: ${error?.message ?? stderr}`);
}
