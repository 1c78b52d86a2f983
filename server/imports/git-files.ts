import type { ImportProblem } from '#lib/imports/import-plan.ts';
import { isHidden, kindOfFile } from '#lib/imports/analyse-files.ts';
import { cleanFileName } from '#lib/imports/file-name.ts';
import { fetchRepository, type RepositoryFile } from '#server/git/fetch-repository.ts';

import { mostBytes, type SourceFile } from './stage-files.ts';

/** How a repository is asked. */
export interface GitAsking {
  /** Whether it may be a folder of this machine: on the command line only. */
  readonly allowPath: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** The texts and pictures of a repository with the days of their commits. Refuses in a sentence what cannot be fetched. */
export async function* gitFiles(address: string, { allowPath, signal }: GitAsking): AsyncGenerator<SourceFile> {
  const files = fetchRepository(address, {
    allowPath,
    mostBytes: wanted,
    ...(signal === undefined ? {} : { signal }),
  });
  for await (const file of files) {
    const problem = problemOf(file, wanted(file.name));
    // A repository holds much else: what nobody wants is not worth a line.
    if (file.bytes === null && problem === null) continue;
    yield {
      name: file.name,
      bytes: file.bytes,
      ...(file.size === null ? {} : { size: file.size }),
      ...(problem === null ? {} : { problem }),
      firstSeenAt: file.firstCommittedAt,
      lastSeenAt: file.lastCommittedAt,
    };
  }
}

/** How many bytes a file of this name may have; 0 for one that an import cannot use. */
function wanted(name: string): number {
  const clean = cleanFileName(name).name;
  return isHidden(clean) || kindOfFile(clean) === 'other' ? 0 : mostBytes(clean);
}

function problemOf({ name, skipped, size }: RepositoryFile, limit: number): ImportProblem | null {
  if (skipped === 'link') return kindOfFile(name) === 'other' ? null : { code: 'link' };
  if (skipped === 'name') return { code: 'outside' };
  return skipped === 'too-large' && limit > 0 ? { code: 'too-large', bytes: size ?? limit, limit } : null;
}
