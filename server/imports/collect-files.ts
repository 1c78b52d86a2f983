import { lstat, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { Refusal } from '#lib/errors.ts';
import { kindOfFile } from '#lib/imports/analyse-files.ts';

import { mostBytes, type SourceFile } from './stage-files.ts';

/**
 * Reads the texts and pictures of files and folders, and what a Plenum wrote beside texts, with names relative to what they have in common. Hidden files, links and
 * files of other kinds are passed over; a file that was named but is none of ours is left for the report.
 */
export async function* collectFiles(paths: readonly string[]): AsyncGenerator<SourceFile> {
  const named = await Promise.all(paths.map((given) => entryOf(path.resolve(given))));
  const base = commonFolder(named.map(({ at, isFolder }) => (isFolder && named.length === 1 ? at : path.dirname(at))));
  for (const { at, isFolder } of named) {
    const found = isFolder ? await filesUnder(at) : [at];
    for (const file of found) yield readFileIn(base, file);
  }
}

interface Entry {
  readonly at: string;
  readonly isFolder: boolean;
}

async function entryOf(at: string): Promise<Entry> {
  const entry = await lstat(at).catch(() => null);
  if (entry === null) throw new Refusal('not-found', `There is no file or folder ${at}.`);
  if (!entry.isFile() && !entry.isDirectory()) throw new Refusal('invalid', `${at} is neither a file nor a folder.`);
  return { at, isFolder: entry.isDirectory() };
}

async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => isOurs(path.relative(folder, file)));
}

function isOurs(name: string): boolean {
  const parts = name.split(path.sep);
  return (
    !parts.some((part) => part.startsWith('.') || part === 'node_modules') && kindOfFile(parts.join('/')) !== 'other'
  );
}

/** What is too large is not read at all. */
async function readFileIn(base: string, file: string): Promise<SourceFile> {
  const name = path.relative(base, file).split(path.sep).join('/');
  const { size } = await lstat(file);
  const limit = mostBytes(name);
  if (size > limit) return { name, bytes: null, size, problem: { code: 'too-large', bytes: size, limit } };
  return { name, bytes: new Uint8Array(await readFile(file)) };
}

function commonFolder(folders: readonly string[]): string {
  const [first = '', ...rest] = folders;
  let common = first;
  while (
    !rest.every(
      (folder) => folder === common || folder.startsWith(common.endsWith(path.sep) ? common : common + path.sep),
    )
  )
    common = path.dirname(common);
  return common;
}
