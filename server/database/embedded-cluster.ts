import { once } from 'node:events';
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Refusal } from '#lib/errors.ts';
import { log } from '#server/log.ts';
import { freePort } from './free-port.ts';
import { postgresBinaries, postgresUser, spawnAs } from './postgres-binaries.ts';

const MAJOR = '18';
const USER = 'plenum';
/** Held shared by every process that uses the cluster; whoever can take it alone at its end is the last and stops Postgres. */
const IN_USE = 7_365_866;
const START_WITHIN_MS = 60_000;
const STEP_MS = 50;

/** A running Postgres of our own. */
export interface EmbeddedCluster {
  readonly url: string;
  /** Stops watching; stops Postgres too when no other process of ours uses it. */
  close(): Promise<void>;
}

interface Places {
  readonly folder: string;
  readonly cluster: string;
  readonly password: string;
}

function urlOf(password: string, port: number, database: string): string {
  return `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}`;
}

function checkVersion({ cluster, folder }: Places): void {
  const file = path.join(cluster, 'PG_VERSION');
  if (!existsSync(file)) return;
  const version = readFileSync(file, 'utf8').trim();
  if (version !== MAJOR) {
    throw new Refusal(
      'unavailable',
      `The data folder ${folder} belongs to Postgres ${version}, this Plenum brings Postgres ${MAJOR}: start the Plenum that made it, or move the folder away. Nothing was changed.`,
    );
  }
}

async function initialise({ folder, cluster, password }: Places): Promise<void> {
  const user = postgresUser();
  // Made beside and renamed at the end, so that an interrupted first start leaves nothing that looks like a cluster.
  const fresh = `${cluster}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  const secret = randomBytes(24).toString('base64url');
  const handed = path.join(fresh, '..', 'initdb-password');
  writeFileSync(handed, secret, { mode: 0o600 });
  if (user !== null) for (const file of [fresh, handed]) chownSync(file, user.uid, user.gid);
  const { initdb } = await postgresBinaries();
  const args = [
    '--pgdata',
    fresh,
    '--username',
    USER,
    '--pwfile',
    handed,
    '--auth',
    'scram-sha-256',
    '--encoding',
    'UTF8',
    '--locale-provider',
    'builtin',
    '--builtin-locale',
    'C.UTF-8',
    '--no-locale',
  ];
  const child = spawnAs(user, initdb, args, { folder, stdio: ['ignore', 'pipe', 'pipe'], detached: false });
  let output = '';
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stdout?.resume();
  const [code]: unknown[] = await once(child, 'close');
  rmSync(handed, { force: true });
  if (code !== 0)
    throw new Refusal(
      'unavailable',
      `Postgres could not be set up in ${folder}: ${output.trim().split('\n').at(-1) ?? `exit code ${String(code)}`}`,
    );
  writeFileSync(password, secret, { mode: 0o600 });
  renameSync(fresh, cluster);
}

interface Running {
  readonly pid: number;
  readonly port: number;
}

/** What `postmaster.pid` says (documented in Postgres' miscadmin.h), when that process lives. */
function running(cluster: string): Running | null {
  let lines: string[];
  try {
    lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!Number.isInteger(pid) || !Number.isInteger(port) || port === 0) return null;
  return alive(pid) ? { pid, port } : null;
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function launch({ folder, cluster }: Places, port: number): Promise<void> {
  const { postgres } = await postgresBinaries();
  const output = openSync(path.join(folder, 'postgres.log'), 'a', 0o600);
  const args = [
    '-D',
    cluster,
    '-p',
    String(port),
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'unix_socket_directories=',
    '-c',
    'max_connections=200',
    '-c',
    'timezone=UTC',
    '-c',
    'log_timezone=UTC',
  ];
  spawnAs(postgresUser(), postgres, args, { folder, stdio: ['ignore', output, output], detached: true }).unref();
  closeSync(output);
}

async function connect(url: string): Promise<pg.Client | null> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'plenum-guard',
    connectionTimeoutMillis: 5000,
  });
  // A guard that loses its server says so here; the watcher starts the server again.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch {
    await client.end().catch(() => undefined);
    return null;
  }
}

/** Adopts the server that runs, or starts it, until one answers. Two processes may do this at once: Postgres lets one win. */
async function start(
  places: Places,
  wanted: number | null,
): Promise<{ readonly client: pg.Client; readonly at: Running }> {
  const secret = readFileSync(places.password, 'utf8').trim();
  const deadline = Date.now() + START_WITHIN_MS;
  let launchedAt = 0;
  while (Date.now() < deadline) {
    const at = running(places.cluster);
    const client = at === null ? null : await connect(urlOf(secret, at.port, 'postgres'));
    if (client !== null && at !== null) return { client, at };
    if (at === null && Date.now() - launchedAt > 5000) {
      launchedAt = Date.now();
      await launch(places, wanted ?? (await freePort()));
    }
    await pause(STEP_MS);
  }
  throw new Refusal(
    'unavailable',
    `The embedded Postgres did not start within ${START_WITHIN_MS / 1000} s: see ${path.join(places.folder, 'postgres.log')}.`,
  );
}

async function ensureDatabase(client: pg.Client, name: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (rowCount !== 0) return;
  await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`).catch((error: unknown) => {
    // Another process made it at the same moment.
    if (!(error instanceof pg.DatabaseError && (error.code === '42P04' || error.code === '23505'))) throw error;
  });
}

async function stopPostgres(pid: number): Promise<void> {
  process.kill(pid, 'SIGINT');
  while (alive(pid)) await pause(STEP_MS);
}

/**
 * Opens the embedded Postgres in `<dataDir>/postgres`, set up at the first time. It is a process of its own that outlives a
 * killed Plenum and is adopted by the next; while this process lives, a server that died is started again on its port.
 * Refuses with a sentence when the folder belongs to another major version or no server comes up.
 */
export async function openEmbeddedCluster(dataDir: string): Promise<EmbeddedCluster> {
  const folder = path.join(dataDir, 'postgres');
  const places: Places = { folder, cluster: path.join(folder, 'cluster'), password: path.join(folder, 'password') };
  mkdirSync(folder, { recursive: true });
  checkVersion(places);
  if (!existsSync(places.cluster)) await initialise(places);
  const secret = readFileSync(places.password, 'utf8').trim();

  let guard = await start(places, null);
  const { port } = guard.at;
  await ensureDatabase(guard.client, 'plenum');
  await guard.client.query('SELECT pg_advisory_lock_shared($1)', [IN_USE]);

  let busy = false;
  async function revive(): Promise<void> {
    if (busy || running(places.cluster) !== null) return;
    busy = true;
    try {
      log.warn('embedded Postgres is gone, starting it again');
      guard = await start(places, port);
      await guard.client.query('SELECT pg_advisory_lock_shared($1)', [IN_USE]);
    } catch (error) {
      log.error('embedded Postgres did not come back', { error });
    } finally {
      busy = false;
    }
  }
  const watch = setInterval(() => void revive(), 1000).unref();

  return {
    url: urlOf(secret, port, 'plenum'),
    async close() {
      clearInterval(watch);
      const { client, at } = guard;
      const last = await client
        .query<{ last: boolean }>('SELECT pg_advisory_unlock_shared($1), pg_try_advisory_lock($1) AS last', [IN_USE])
        .then(
          ({ rows }) => rows[0]?.last === true,
          () => false,
        );
      await client.end().catch(() => undefined);
      if (last) await stopPostgres(at.pid);
    },
  };
}
