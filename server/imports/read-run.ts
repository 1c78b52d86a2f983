import { createHash } from 'node:crypto';

import { addresses } from '#lib/addresses.ts';
import { dateIn } from '#lib/dates/call-date.ts';
import { Refusal } from '#lib/errors.ts';
import { foldText, SideBySide } from '#lib/imports/analyse-files.ts';
import { analyseText } from '#lib/imports/analyse-text.ts';
import { besideNameOf, fileOfPicture, withBeside } from '#lib/imports/beside.ts';
import type { ImportPlan, ImportRow } from '#lib/imports/import-plan.ts';
import { indexPictures, type PictureIndex } from '#lib/imports/picture-references.ts';
import { messages } from '#lib/messages/en.ts';
import { database, databasePool } from '#server/database/client.ts';
import type { ImportRun, Series } from '#prisma/client/client.ts';

import { isReadable } from './decide-run.ts';
import { readLinks } from './read-links.ts';
import type { Progress } from './run-state.ts';
import {
  grouped,
  stagedBeside,
  stagedBytes,
  stagedBytesOf,
  stagedIgnored,
  stagedPictures,
  stagedTexts,
  writeColumn,
  type StagedText,
} from './staged-rows.ts';

/**
 * Reads every text of an import, one at a time, and notes what each seems to be; then which links between them will lead to calls here.
 * Doing it again gives the same. Refuses files without a single text.
 */
export async function readRun(run: ImportRun, series: Series | null, progress: Progress): Promise<void> {
  await leaveSameNames(run.id);
  await leaveLonely(run.id);
  const { count, pictures } = await countFiles(run.id);
  if (count === 0) throw new Refusal('invalid', messages.importProblems.noDecks);
  const reader = new TextReader(series, pictures);
  const beside = new BesideReader(run.id, await stagedBeside(run.id), pictures);
  let done = 0;
  for await (const part of stagedTexts(run.id)) {
    const imported = await importedAddresses(series, part);
    const rows: [number, ImportRow][] = [];
    for (const group of grouped(part)) {
      const bytes = await stagedBytesOf(
        run.id,
        group.map(({ position }) => position),
      );
      for (const text of group) {
        const read = reader.read(text, bytes.get(text.position) ?? new Uint8Array());
        const row = await beside.addTo(read);
        rows.push([text.position, { ...row, imported: imported.get(text.hash ?? '') ?? null }]);
        await progress(++done, count);
      }
    }
    await writeColumn(run.id, 'row', rows);
  }
  await readLinks(run);
}

/** Of files with one name the first counts. */
async function leaveSameNames(runId: string): Promise<void> {
  await databasePool().query(
    `UPDATE import_file file SET kind = 'other', data = NULL, problem = '{"code":"same-name"}'
      WHERE run_id = $1 AND kind <> 'other' AND EXISTS (
        SELECT 1 FROM import_file before
         WHERE before.run_id = $1 AND before.name = file.name AND before.position < file.position AND before.kind <> 'other')`,
    [runId],
  );
}

/** What looks like the JSON beside a text and has none is like any other file. */
async function leaveLonely(runId: string): Promise<void> {
  await databasePool().query(
    `UPDATE import_file file SET kind = 'other', data = NULL, problem = '{"code":"unknown-type"}'
      WHERE run_id = $1 AND kind = 'beside' AND NOT EXISTS (
        SELECT 1 FROM import_file text
         WHERE text.run_id = $1 AND text.kind = 'text'
           AND regexp_replace(text.name, '\\.[^./]*$', '.json') = file.name)`,
    [runId],
  );
}

async function countFiles(runId: string): Promise<{ readonly count: number; readonly pictures: PictureIndex }> {
  const count = await database().importFile.count({ where: { runId, kind: 'text' } });
  return { count, pictures: indexPictures((await stagedPictures(runId)).map(({ name }) => name)) };
}

/** Reads texts in their order, and remembers of each only what later ones are held against. */
class TextReader {
  readonly #pictures: PictureIndex;
  readonly #zone: string;
  readonly #today: string;
  readonly #beside = new SideBySide();

  constructor(series: Series | null, pictures: PictureIndex) {
    this.#pictures = pictures;
    this.#zone = series?.timeZone ?? 'UTC';
    this.#today = dateIn(new Date(), this.#zone);
  }

  read({ name, problem, firstSeenAt }: StagedText, bytes: Uint8Array): ImportRow {
    const firstSeen = firstSeenAt === null ? null : dateIn(firstSeenAt, this.#zone);
    const surroundings = { pictures: this.#pictures, today: this.#today, firstSeen };
    const { row, text } = analyseText({ name, bytes }, surroundings);
    if (problem !== null) return { ...row, problems: [problem] };
    return this.#beside.next({
      row,
      text: text === null ? null : hashOf(text),
      folded: text === null ? null : hashOf(foldText(text)),
    });
  }
}

/** Reads what a Plenum wrote beside texts, when each has its turn. */
class BesideReader {
  readonly #runId: string;
  readonly #positions: ReadonlyMap<string, number>;
  readonly #pictures: PictureIndex;

  constructor(runId: string, positions: ReadonlyMap<string, number>, pictures: PictureIndex) {
    this.#runId = runId;
    this.#positions = positions;
    this.#pictures = pictures;
  }

  async addTo(row: ImportRow): Promise<ImportRow> {
    const position = this.#positions.get(besideNameOf(row.file));
    if (position === undefined || !isReadable(row)) return row;
    const json = await stagedBytes(this.#runId, position);
    return json === null ? row : withBeside(row, json, this.#pictures);
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

async function importedAddresses(
  series: Series | null,
  texts: readonly StagedText[],
): Promise<ReadonlyMap<string, string>> {
  if (series === null) return new Map();
  const hashes = texts.flatMap(({ hash }) => hash ?? []);
  const files = await database().importedFile.findMany({ where: { seriesId: series.id, hash: { in: hashes } } });
  const ids = files.flatMap((file) => (file.callId === null ? [] : [file.callId]));
  const calls = await database().call.findMany({ where: { id: { in: ids } }, select: { id: true, address: true } });
  const byId = new Map(calls.map((call) => [call.id, addresses.call(series.slug, call.address)]));
  return new Map(files.map((file) => [file.hash, byId.get(file.callId ?? '') ?? addresses.template(series.slug)]));
}

/** The table of an import before anything is written. */
export async function planOfRun(runId: string): Promise<ImportPlan> {
  const rows: ImportRow[] = [];
  for await (const part of stagedTexts(runId)) rows.push(...part.flatMap(({ row }) => row ?? []));
  const pictures = await stagedPictures(runId);
  const index = indexPictures(pictures.map(({ name }) => name));
  return {
    rows,
    pictures: { files: pictures.length, unused: unusedPictures(rows, index) },
    ignored: await stagedIgnored(runId),
  };
}

/** Files of pictures that no text shows. */
export function unusedPictures(rows: readonly ImportRow[], index: PictureIndex): readonly string[] {
  const used = new Set<string | null>();
  for (const row of rows) for (const address of row.pictures.addresses) used.add(fileOfPicture(address, row, index));
  return [...index.paths].filter((path) => !used.has(path));
}
