import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';

import { folderSize } from './folder-size.ts';
import { GitFault, type Interruption } from './git-fault.ts';

const MOST_SAID = 16_384;
const LOOK_EVERY_MS = 250;

type Pairs = Readonly<Record<string, string>>;

/** Where a git command works: nothing of whoever runs Plenum is read or changed. */
export interface GitPlace {
  /** The repository, bare. */
  readonly repository: string;
  /** A folder for what git wants to have of its own, empty but for `gitconfig` if there is one. */
  readonly home: string;
  /** Settings beside ours. */
  readonly config?: Pairs;
  readonly env?: Pairs;
}

/** One command. Nothing in `args` comes from outside but ids that were checked. */
export interface GitCommand {
  readonly args: readonly string[];
  readonly input?: string | Buffer | AsyncIterable<string | Buffer>;
  readonly wholeMs: number;
  /** How large the repository may become while it runs. */
  readonly mostBytes?: number;
  readonly signal?: AbortSignal | undefined;
}

/** What holds for every command, whatever a repository's own settings say. */
const CONFIG: Pairs = {
  'core.hooksPath': '/dev/null',
  'core.fsmonitor': 'false',
  'core.askPass': '',
  'core.attributesFile': '/dev/null',
  'core.quotePath': 'false',
  'credential.helper': '',
  'protocol.allow': 'never',
  'http.followRedirects': 'false',
  'http.proxy': '',
  'http.cookieFile': '',
  'fetch.recurseSubmodules': 'no',
  'submodule.recurse': 'false',
  'push.recurseSubmodules': 'no',
  'transfer.bundleURI': 'false',
  'commit.gpgSign': 'false',
  'push.gpgSign': 'false',
  // Larger files go from disk to disk, never through memory.
  'core.bigFileThreshold': '16m',
  'core.deltaBaseCacheLimit': '32m',
  'pack.threads': '1',
  'gc.auto': '0',
  'maintenance.auto': 'false',
};

/** What of the environment of whoever runs Plenum goes on to git: where programs are, and whom to trust. */
const HANDED_ON = ['PATH', 'TMPDIR', 'GIT_SSL_CAINFO', 'GIT_SSL_CAPATH', 'SSL_CERT_FILE', 'SSL_CERT_DIR'];

function environmentOf({ repository, home, config = {}, env = {} }: GitPlace): NodeJS.ProcessEnv {
  const settings = Object.entries({ ...CONFIG, ...config });
  const numbered = settings.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  const handed = HANDED_ON.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return {
    ...Object.fromEntries(handed),
    HOME: home,
    XDG_CONFIG_HOME: home,
    LC_ALL: 'C',
    TZ: 'UTC',
    GIT_DIR: repository,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: path.join(home, 'gitconfig'),
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS_REQUIRE: 'never',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(numbered),
    ...env,
  };
}

/** A git command at work. */
export interface GitProcess {
  readonly stdin: Writable;
  readonly stdout: Readable;
  /** Settles when it and all it started have ended; fails with a GitFault. */
  readonly ended: Promise<void>;
  /** Ends it and all it started. */
  stop(): void;
}

/** Starts git, in a process group of its own so that all of it can be ended. Whoever starts it reads what it writes and awaits `ended`. */
export function startGit(place: GitPlace, { args, wholeMs, mostBytes, signal }: Omit<GitCommand, 'input'>): GitProcess {
  const child = spawn('git', args, {
    cwd: place.home,
    env: environmentOf(place),
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  const said = sayingOf(child);
  let interruption: Interruption | null = null;
  const end = (why: Interruption) => {
    interruption ??= why;
    killTree(child);
  };
  const late = setTimeout(end, wholeMs, 'slow' as const);
  const watch = mostBytes === undefined ? undefined : watchSize(place.repository, mostBytes, () => end('too-large'));
  const stopped = () => end('stopped');
  if (signal?.aborted === true) stopped();
  signal?.addEventListener('abort', stopped, { once: true });
  // It may end before it has read all: that is told by how it ends.
  child.stdin.on('error', () => undefined);
  const ended = (async () => {
    try {
      const code = await endOf(child);
      if (interruption !== null || code !== 0) throw new GitFault(said(), interruption);
    } finally {
      clearTimeout(late);
      clearInterval(watch);
      signal?.removeEventListener('abort', stopped);
    }
  })();
  // Whoever reads its output first may fail first.
  ended.catch(() => undefined);
  return { stdin: child.stdin, stdout: child.stdout, ended, stop: stopped };
}

/** Runs a command to its end; gives what it wrote. For what is known to write little. */
export async function runGit(place: GitPlace, command: GitCommand): Promise<string> {
  const { input = '', ...rest } = command;
  const git = startGit(place, rest);
  const chunks: Buffer[] = [];
  const feeding = pipeline(
    typeof input === 'string' || Buffer.isBuffer(input) ? Readable.from([input]) : input,
    git.stdin,
  );
  // A fault of what is fed in, such as a picture's bytes, is the cause then; git only breaks off.
  const fed = feeding.catch((error: unknown) => {
    // A git that has ended without reading all of it: how it ended says why.
    if (isBrokenPipe(error)) return;
    git.stop();
    throw error;
  });
  git.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  await fed;
  await git.ended;
  return Buffer.concat(chunks).toString('utf8');
}

function isBrokenPipe(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    ['EPIPE', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED'].includes(String(error.code))
  );
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** Collects what it says, the end of it if that is long. */
function sayingOf(child: Child): () => string {
  let said = '';
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', (text: string) => {
    said = (said + text).slice(-MOST_SAID);
  });
  return () => said;
}

async function endOf(child: Child): Promise<number | null> {
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return code;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Refusal('unavailable', messages.mirror.git.missing);
    throw error;
  }
}

function killTree({ pid }: Child): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}

function watchSize(folder: string, mostBytes: number, tooLarge: () => void): NodeJS.Timeout {
  const look = async () => {
    if ((await folderSize(folder)) > mostBytes) tooLarge();
  };
  return setInterval(() => void look(), LOOK_EVERY_MS);
}
