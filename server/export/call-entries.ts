import { createHash } from 'node:crypto';

import type { ExportedSeries } from '#lib/export/export-json.ts';
import type { ExportProfile } from '#lib/export/export-profile.ts';
import { assetStore } from '#server/assets/asset-store.ts';

import type { TakenCall } from './taken-call.ts';
import { writeMarkdown } from './write-markdown.ts';
import type { ZipEntry } from './zip-stream.ts';

/** Where a call goes in a zip, and what lies there already. */
export interface ZipFolder {
  /** Empty, or with a slash at its end. */
  readonly name: string;
  readonly profile: ExportProfile;
  /** Names of pictures in the folder → hashes of their bytes. Grows. */
  readonly pictures: Map<string, string>;
}

type WrittenCall = ExportedSeries['calls'][number];

/** A call's files: its text, its JSON, and those of its pictures that are not in the folder yet. Gives its line for the list of the folder. */
export async function* callEntries(
  { source, json }: TakenCall,
  { name, profile, pictures }: ZipFolder,
): AsyncGenerator<ZipEntry, WrittenCall> {
  const { text, files } = writeMarkdown(profile, source);
  const known = json(profile);
  // In the folder of its series a call is called by its day alone: another Plenum takes other words for its title.
  const stem = name === '' ? source.stem : source.stem.slice(source.series.slug.length + 1);
  yield { name: `${name}${stem}.md`, text };
  if (known !== null) yield { name: `${name}${stem}.json`, text: `${JSON.stringify(known, null, 2)}\n` };
  for (const { file, picture } of files) {
    // A name is a key or that of an upload: both say which picture it is.
    if (pictures.has(file)) continue;
    pictures.set(file, picture.hash);
    yield { name: `${name}${file}`, open: () => openAsset(picture.hash) };
  }
  const { facts } = source;
  return {
    address: facts.call ?? 'template',
    title: facts.title,
    file: `${stem}.md`,
    json: known === null ? '' : `${stem}.json`,
    edition: facts.edition,
    checksum: facts.checksum,
    sha256: createHash('sha256').update(text).digest('hex'),
  };
}

async function openAsset(hash: string) {
  const store = assetStore();
  return (await store.size(hash)) === null ? null : store.read(hash);
}
