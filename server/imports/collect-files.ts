import { lstat, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { Refusal } from '#lib/errors.ts';
import { isTextName } from '#lib/imports/analyse-files.ts';
import type { ImportFile } from '#lib/imports/import-plan.ts';
import { isPictureName } from '#lib/imports/picture-references.ts';
import { messages } from '#lib/messages/en.ts';

/** Nothing larger is taken into memory; what may come in is smaller still. Bytes. */
const MAX_READ = 25_000_000;

/**
 * Reads the texts and pictures of files and folders, with names relative to what they have in common. Hidden files, links and
 * files of other kinds are passed over; a file that was named but is none of ours is left for the report.
 */
export async function collectFiles(paths: readonly string[]): Promise<readonly ImportFile[]> {
  const named = await Promise.all(paths.map((given) => entryOf(path.resolve(given))));
  const base = commonFolder(named.map(({ at, isFolder }) => (isFolder && named.length === 1 ? at : path.dirname(at))));
  const files: ImportFile[] = [];
  for (const { at, isFolder } of named) {
    const found = isFolder ? await filesUnder(at) : [at];
    for (const file of found)
      files.push({ name: path.relative(base, file).split(path.sep).join('/'), bytes: await readWhole(file) });
  }
  return files;
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
    !parts.some((part) => part.startsWith('.') || part === 'node_modules') && (isTextName(name) || isPictureName(name))
  );
}

async function readWhole(file: string): Promise<Uint8Array> {
  const { size } = await lstat(file);
  if (size > MAX_READ)
    throw new Refusal(
      'too-large',
      `${file}: ${messages.importProblems.sentence({ code: 'too-large', bytes: size, limit: MAX_READ })}`,
    );
  return new Uint8Array(await readFile(file));
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
