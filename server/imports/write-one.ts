import { addresses } from '#lib/addresses.ts';
import { decodeText } from '#lib/imports/decode-text.ts';
import { Refusal } from '#lib/errors.ts';
import { adoptForeignKeys } from '#server/assets/adopt-foreign-keys.ts';
import type { KeptAsset } from '#server/assets/asset-map.ts';
import { database, type Transaction } from '#server/database/client.ts';
import { log } from '#server/log.ts';
import type { ImportRun, Series } from '#prisma/client/client.ts';

import { giveTeams } from './give-teams.ts';
import type { PictureKeeper } from './keep-pictures.ts';
import type { NamesHere } from './read-links.ts';
import { itemOf, keepOutcomes, leftOf, type DecidedText, type MadeRows } from './write-outcome.ts';
import { writeOldAddresses } from './write-old-addresses.ts';
import { mendedText, writeFile, type FileToWrite } from './write-file.ts';

/** What all files of an import share while they are written. */
export interface Writing {
  readonly run: ImportRun;
  readonly series: Series;
  readonly pictures: PictureKeeper;
  readonly names: NamesHere;
}

/** A text with its words, as they will be stored. */
export type ReadyFile = Omit<FileToWrite, 'assets'> & { readonly text: DecidedText };

/** Reads a file for the last time. Null when it is there no more. */
export function readyFile(
  { run, series, names }: Writing,
  text: DecidedText,
  bytes: Uint8Array | undefined,
): ReadyFile | null {
  const { row, decision, hash, address } = text;
  const decoded = bytes === undefined ? null : decodeText(bytes);
  if (decoded?.ok !== true || hash === null) return null;
  const mended = mendedText(decoded.text, row, decision, names);
  return { series, personId: run.personId, row, mended, decision, address, hash, text };
}

/** Writes one file in a transaction of its own. One that cannot be written is refused in its line; the others go on. */
export async function writeOne(writing: Writing, file: ReadyFile): Promise<void> {
  const { text, row, decision } = file;
  try {
    await writing.pictures.store(row, file.mended.text);
    await database().$transaction((tx) => writeAlone(tx, writing, file), { timeout: 30_000 });
  } catch (error) {
    // The other files go on; this one was not written at all, and its line says so.
    if (!(error instanceof Refusal)) log.error('a file could not be imported', { file: row.file, error });
    const detail = error instanceof Refusal ? error.message : 'an unexpected error, which is in the log.';
    const outcome = itemOf(row, decision, { outcome: 'refused', problems: [{ code: 'failed', detail }] });
    await keepOutcomes(database(), writing.run.id, [{ position: text.position, outcome }]);
  }
}

async function writeAlone(tx: Transaction, writing: Writing, file: ReadyFile): Promise<void> {
  const { run, series, names } = writing;
  const { text, row, decision } = file;
  const { kind } = decision;
  if (kind === 'unsure' || !(await leftOf(tx, run.id, [text.position])).has(text.position)) return;
  const { assets, made } = await assetsOf(tx, writing, file);
  const { call, deckId } = await writeFile(tx, { ...file, assets });
  const callId = call?.id ?? null;
  await writeOldAddresses(tx, [{ seriesId: series.id, callId, names: names.namesOf(text), assets }]);
  const address = call === null ? addresses.template(series.slug) : addresses.call(series.slug, call.address);
  const remarks = await giveTeams(tx, series.id, callId === null ? [] : [{ row, callId }]);
  const item = itemOf(row, decision, { outcome: kind, address, problems: [...remarks.values()].flat() });
  const outcome = { ...item, repairs: file.mended.repairs };
  const rows = { ...made, title: call?.title, address: call?.address };
  await keepOutcomes(tx, run.id, [{ position: text.position, outcome, callId, deckId, made: rows }]);
}

/** The pictures of a file. What nobody brought may be here already, in this series or in another one. */
export async function assetsOf(
  tx: Transaction,
  { series, pictures }: Writing,
  { row, mended }: ReadyFile,
): Promise<{ readonly assets: Record<string, KeptAsset | null>; readonly made: MadeRows }> {
  const { assets, made } = await pictures.name(tx, row, mended.text);
  if (Object.keys(assets).length === 0) return { assets, made };
  const carried = await adoptForeignKeys(tx, series.id, mended.text);
  for (const [address, asset] of Object.entries(assets)) assets[address] = asset ?? carried.get(address) ?? null;
  return { assets, made };
}
