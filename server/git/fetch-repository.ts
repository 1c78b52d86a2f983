import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Refusal } from '#lib/errors.ts';
import { messages } from '#lib/messages/en.ts';

import { openBlobs, type BlobReader } from './blob-reader.ts';
import { commitDates, type CommitDates } from './commit-dates.ts';
import { explainFault } from './git-fault.ts';
import { ownGitPolicy, type GitPolicy } from './git-policy.ts';
import { runGit, type GitPlace } from './git-process.ts';
import { requireGit } from './git-version.ts';
import { openRemote, requireRemote } from './open-remote.ts';
import { treeFiles, type SkippedWhy, type TreeEntry } from './tree-files.ts';

const says = messages.mirror.git;
/** What is no talk with a server: reading what lies on our disk. */
const READ_MS = 600_000;
const BRANCH = 'refs/heads/import';
const FETCH = ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--no-auto-maintenance'];

/** A file of a repository. */
export interface RepositoryFile {
  /** Its path in the repository: no step up, no `.git`, no control characters, unless it is skipped for its name. */
  readonly name: string;
  /** Null for one that is not read. */
  readonly bytes: Uint8Array | null;
  /** Bytes; null when nobody knows, as for one that was too large to be asked for. */
  readonly size: number | null;
  /** Why it was not read; null for one that was, and for one that nobody wanted. */
  readonly skipped: SkippedWhy | null;
  /** By the clocks of the authors; null for one that is skipped. */
  readonly firstCommittedAt: Date | null;
  readonly lastCommittedAt: Date | null;
}

/** How a repository is read. */
export interface RepositoryOptions {
  /** Whether it may be a folder of this machine: on the command line only. */
  readonly allowPath?: boolean;
  /** How many bytes a file of this name may have; 0 for one that nobody wants. */
  readonly mostBytes: (name: string) => number;
  readonly policy?: GitPolicy;
  readonly signal?: AbortSignal;
}

/**
 * The files of the newest commit of a repository, by its address (https or ssh) or, where that is allowed, its path; one at a time, each no
 * larger than it may be. Nothing is checked out and nothing that the repository holds is run; what was fetched is removed when the reading
 * ends, however it ends. Refuses, in a sentence, an address that may not be asked, a server that does not answer in time, and a repository
 * that is too large.
 */
export async function* fetchRepository(source: string, options: RepositoryOptions): AsyncGenerator<RepositoryFile> {
  const folder = await mkdtemp(path.join(tmpdir(), 'plenum-git-'));
  try {
    const { place, explain } = await fetched(folder, source.trim(), options);
    try {
      yield* filesOf(place, options);
    } catch (error) {
      throw explain(error);
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

interface Fetched {
  readonly place: GitPlace;
  readonly explain: (error: unknown) => unknown;
}

async function fetched(folder: string, source: string, options: RepositoryOptions): Promise<Fetched> {
  const { policy = ownGitPolicy(), signal } = options;
  const place: GitPlace = { repository: path.join(folder, 'repository.git'), home: path.join(folder, 'home') };
  await mkdir(place.home);
  await requireGit(place.home);
  const from = isPath(source)
    ? await openPath(place, source, options)
    : await openRemote(place, requireRemote(source), {}, policy);
  await runGit(place, { args: ['init', '--quiet', '--bare', '--template=', place.repository], wholeMs: READ_MS });
  try {
    await runGit(from.place, {
      args: [...FETCH, `--filter=blob:limit=${policy.mostFileBytes}`, 'origin', `+HEAD:${BRANCH}`],
      wholeMs: policy.wholeMs,
      mostBytes: policy.mostBytes,
      signal,
    });
  } catch (error) {
    throw from.explain(error);
  }
  // It would say where what was left out can be had, and git would go and ask for it.
  await writeFile(path.join(place.repository, 'config'), '[core]\nrepositoryformatversion = 0\nbare = true\n');
  return { place, explain: from.explain };
}

function isPath(source: string): boolean {
  return path.isAbsolute(source) || /^\.{1,2}(?:\/|$)/.test(source);
}

async function openPath(
  place: GitPlace,
  source: string,
  { allowPath = false, policy = ownGitPolicy() }: RepositoryOptions,
): Promise<Fetched> {
  if (!allowPath) throw new Refusal('invalid', says.noPath);
  const where = path.resolve(source);
  // Whoever may use the command line may read what others own.
  await writeFile(path.join(place.home, 'gitconfig'), '[safe]\n\tdirectory = *\n[core]\n\thooksPath = /dev/null\n');
  const config = { 'protocol.file.allow': 'always', 'remote.origin.url': where };
  const explain = (error: unknown) => explainFault(error, { host: path.basename(where), mostBytes: policy.mostBytes });
  return { place: { ...place, config }, explain };
}

async function* filesOf(place: GitPlace, options: RepositoryOptions): AsyncGenerator<RepositoryFile> {
  const { policy = ownGitPolicy(), signal } = options;
  const entries = await entriesOf(place, policy);
  const wanted = entries.filter(({ name, skipped }) => skipped === null && options.mostBytes(name) > 0);
  const dates = await commitDates(place, BRANCH, { names: new Set(wanted.map(({ name }) => name)), wholeMs: READ_MS });
  const blobs = openBlobs(place);
  try {
    for (const { name, id, skipped } of entries) {
      if (signal?.aborted === true) throw new Refusal('unavailable', says.stopped);
      const most = skipped === null ? options.mostBytes(name) : 0;
      const read = most === 0 ? { bytes: null, size: null, skipped } : await readFile(blobs, id, most);
      yield { name, ...read, ...datesIn(dates, name) };
    }
  } finally {
    blobs.close();
  }
}

async function entriesOf(place: GitPlace, { mostFiles }: GitPolicy): Promise<readonly TreeEntry[]> {
  const entries: TreeEntry[] = [];
  for await (const entry of treeFiles(place, BRANCH, READ_MS)) {
    if (entries.push(entry) > mostFiles) throw new Refusal('too-large', says.tooManyFiles(mostFiles));
  }
  return entries;
}

function datesIn(
  dates: ReadonlyMap<string, CommitDates>,
  name: string,
): Pick<RepositoryFile, 'firstCommittedAt' | 'lastCommittedAt'> {
  const { first = null, last = null } = dates.get(name) ?? {};
  return { firstCommittedAt: first, lastCommittedAt: last };
}

/** The size is asked for first: a few bytes on the wire may be gigabytes when they are unpacked. */
async function readFile(
  blobs: BlobReader,
  id: string,
  most: number,
): Promise<Pick<RepositoryFile, 'bytes' | 'size' | 'skipped'>> {
  const size = await blobs.size(id);
  if (size === null || size > most) return { bytes: null, size, skipped: 'too-large' };
  return { bytes: await blobs.bytes(id), size, skipped: null };
}
