import { buffer } from 'node:stream/consumers';

import { pictureReferences } from '#lib/imports/picture-references.ts';
import { assetStore } from '#server/assets/asset-store.ts';
import type { KeptAsset } from '#server/assets/asset-map.ts';

import type { ExportSource } from './write-markdown.ts';

const TYPES: Readonly<Record<string, string>> = { jpg: 'jpeg', svg: 'svg+xml' };

/** A picture as an address that has it in itself; null when its bytes are gone. */
export async function dataAddress({ hash, extension }: KeptAsset): Promise<string | null> {
  const store = assetStore();
  if ((await store.size(hash)) === null) return null;
  const bytes = await buffer(await store.read(hash));
  return `data:image/${TYPES[extension] ?? extension};base64,${bytes.toString('base64')}`;
}

/** Every picture of a text as the stage asks for it: address in the text → an address that has the picture in itself. */
export async function inlinePictures({ text, keptFor }: ExportSource): Promise<Record<string, string>> {
  const known = new Map<string, string | null>();
  const assets: Record<string, string> = {};
  for (const address of pictureReferences(text)) {
    const kept = keptFor(address);
    if (kept === null) continue;
    const inline = known.get(kept.hash) ?? (await dataAddress(kept));
    known.set(kept.hash, inline);
    if (inline !== null) assets[address] = inline;
  }
  return assets;
}
