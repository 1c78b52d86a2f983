import { lstat } from 'node:fs/promises';

import { collectFiles } from './collect-files.ts';
import { gitFiles } from './git-files.ts';
import { stageZip } from './receive-zip.ts';
import { stageFiles } from './stage-files.ts';

/** `https://…`, `ssh://…` or `git@host:path`: addresses of repositories. */
const ADDRESS = /^(?:https?|ssh):\/\/|^[\w.-]+@[\w.-]+:/;

/**
 * Puts what the command line names into the rows of an import: files, folders and zip archives by path, git repositories by address, or by
 * path when that is said (`git`). Refuses in a sentence.
 */
export async function stagePaths(runId: string, paths: readonly string[], git: boolean): Promise<void> {
  let next = 0;
  const plain: string[] = [];
  for (const given of paths) {
    if (git || ADDRESS.test(given)) next = await stageFiles(runId, gitFiles(given, { allowPath: true }), next);
    else if (/\.zip$/i.test(given) && (await isFile(given))) next = await stageZip(runId, given, next);
    else plain.push(given);
  }
  if (plain.length > 0) await stageFiles(runId, collectFiles(plain), next);
}

async function isFile(given: string): Promise<boolean> {
  return (await lstat(given).catch(() => null))?.isFile() === true;
}
