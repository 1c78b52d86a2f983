import { randomUUID } from 'node:crypto';
import { mkdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

import { importStream, type ImportCommit } from '#server/git/fast-import.ts';
import { GitFault } from '#server/git/git-fault.ts';
import type { GitPolicy } from '#server/git/git-policy.ts';
import { runGit, type GitPlace } from '#server/git/git-process.ts';
import { removeStaleLocks } from '#server/git/stale-locks.ts';
import { treeFiles } from '#server/git/tree-files.ts';

import { EDITION_TRAILER } from './edition-commit.ts';

const LOCAL_MS = 300_000;
const ID = /^[0-9a-f]{40,64}$/;

/** Somebody else was quicker: nothing was written. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

/** The repository that a mirror writes into: itself, or a copy of one elsewhere. */
export interface MirrorRepository {
  readonly place: GitPlace;
  readonly branch: string;
  /** Where it is `origin` of this place; else the place is the repository itself. */
  readonly remote: boolean;
  readonly policy: GitPolicy;
  readonly signal: AbortSignal | undefined;
}

/** Makes the folder if there is none. */
export async function prepareRepository({ place, branch }: MirrorRepository): Promise<void> {
  await mkdir(place.repository, { recursive: true });
  await removeStaleLocks(place.repository);
  // Made whole before: HEAD is what git writes last.
  if ((await stat(path.join(place.repository, 'HEAD')).catch(() => null)) !== null) return;
  const args = ['init', '--quiet', '--bare', '--template=', `--initial-branch=${branch}`, place.repository];
  await runGit(place, { args, wholeMs: LOCAL_MS });
}

/** The newest commit of the branch, here with all that it rests on; null when there is none yet. */
export async function readHead(repository: MirrorRepository): Promise<string | null> {
  const { place, branch, remote } = repository;
  if (!remote) return resolve(place, `refs/heads/${branch}`);
  const said = await network(repository, ['ls-remote', '--refs', 'origin', `refs/heads/${branch}`]);
  const line = said.split('\n').find((each) => each.endsWith(`\trefs/heads/${branch}`));
  const [head = ''] = line?.split('\t') ?? [];
  if (!ID.test(head)) return null;
  if ((await resolve(place, 'refs/plenum/theirs')) === head) return head;
  const refs = `+refs/heads/${branch}:refs/plenum/theirs`;
  await network(repository, ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', 'origin', refs]);
  return resolve(place, 'refs/plenum/theirs');
}

/** The commits of editions below a commit: edition → commit. */
export async function editionsIn({ place }: MirrorRepository, head: string): Promise<ReadonlyMap<string, string>> {
  const format = `%H %(trailers:key=${EDITION_TRAILER},valueonly,separator=%x2C)`;
  const said = await runGit(place, { args: ['log', `--format=${format}`, head, '--'], wholeMs: LOCAL_MS });
  const pairs = said.split('\n').flatMap((line): readonly (readonly [string, string])[] => {
    const [commit = '', editions = ''] = line.split(' ');
    return editions === '' ? [] : editions.split(',').map((edition) => [edition, commit] as const);
  });
  return new Map(pairs);
}

/** Whether a commit is there, below another. */
export async function rests({ place }: MirrorRepository, on: string, head: string): Promise<boolean> {
  if ((await resolve(place, on)) === null) return false;
  return succeeds(runGit(place, { args: ['merge-base', '--is-ancestor', on, head], wholeMs: LOCAL_MS }));
}

/** The paths of all files of a commit. */
export async function namesIn({ place }: MirrorRepository, head: string | null): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  if (head === null) return names;
  for await (const { name } of treeFiles(place, head, LOCAL_MS)) names.add(name);
  return names;
}

/** Makes commits on top of one another and of `head`, which nobody sees yet; their ids, in order. */
export async function makeCommits(
  { place, signal }: MirrorRepository,
  head: string | null,
  commits: AsyncIterable<ImportCommit>,
): Promise<readonly string[]> {
  const ref = `refs/plenum/${randomUUID()}`;
  const marks = path.join(place.home, randomUUID());
  const args = ['fast-import', '--quiet', `--export-marks=${marks}`];
  await runGit(place, { args, input: importStream(ref, head, commits), wholeMs: LOCAL_MS, signal });
  const lines = (await readFile(marks, 'utf8')).trim().split('\n');
  const ids = lines
    .map((line) => line.split(' '))
    .toSorted(([a = ''], [b = '']) => Number(a.slice(1)) - Number(b.slice(1)));
  // Nothing is ever pruned here: they need no name until the branch has them.
  await runGit(place, { args: ['update-ref', '-d', ref], wholeMs: LOCAL_MS });
  return ids.map(([, id = '']) => id);
}

/** Lets the branch go on from `from` to `to`. Never by force: throws Overtaken when it has gone on meanwhile. */
export async function publish(repository: MirrorRepository, from: string | null, to: string): Promise<void> {
  const { place, branch, remote } = repository;
  const ref = `refs/heads/${branch}`;
  try {
    if (remote) await network(repository, ['push', '--quiet', 'origin', `${to}:${ref}`]);
    else await runGit(place, { args: ['update-ref', ref, to, from ?? '0'.repeat(to.length)], wholeMs: LOCAL_MS });
  } catch (error) {
    if (error instanceof GitFault && OVERTAKEN.test(error.said)) throw new Overtaken('the branch went on');
    throw error;
  }
  if (remote) await runGit(place, { args: ['update-ref', 'refs/plenum/theirs', to], wholeMs: LOCAL_MS });
}

const OVERTAKEN =
  /\[rejected\]|non-fast-forward|fetch first|cannot lock ref|incorrect old value|failed to update ref|reference already exists/i;

async function network({ place, policy, signal }: MirrorRepository, args: readonly string[]): Promise<string> {
  return runGit(place, { args, wholeMs: policy.wholeMs, mostBytes: policy.mostBytes, signal });
}

async function resolve(place: GitPlace, name: string): Promise<string | null> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
  const found = await runGit(place, { args, wholeMs: LOCAL_MS }).catch((error: unknown) => {
    if (error instanceof GitFault && error.interruption === null) return '';
    throw error;
  });
  return ID.test(found.trim()) ? found.trim() : null;
}

async function succeeds(running: Promise<unknown>): Promise<boolean> {
  return running.then(
    () => true,
    (error: unknown) => {
      if (error instanceof GitFault && error.interruption === null) return false;
      throw error;
    },
  );
}
