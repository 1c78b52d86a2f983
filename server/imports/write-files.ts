import { addresses } from '#lib/addresses.ts';
import { Refusal } from '#lib/errors.ts';
import type { AnalysedText } from '#lib/imports/analyse-text.ts';
import type { ImportDecision, ImportedItem, ImportProblem, ImportReport } from '#lib/imports/import-plan.ts';
import { kindOfReference } from '#lib/imports/picture-references.ts';
import { bus } from '#server/bus/open-bus.ts';
import { database } from '#server/database/client.ts';
import { log } from '#server/log.ts';
import type { Series } from '#prisma/client/client.ts';

import { adoptPictures } from './adopt-pictures.ts';
import { PictureKeeper } from './keep-pictures.ts';
import type { ReadImport } from './read-plan.ts';
import { repairsOf, writeFile } from './write-file.ts';
import type { FileToWrite } from './write-file.ts';

export interface FilesToWrite {
  readonly read: ReadImport;
  readonly decisions: readonly ImportDecision[];
  readonly series: Series;
  /** Who imports; null for the command line. */
  readonly personId: string | null;
  /** Whether the series was made for this import. */
  readonly created: boolean;
  /** Told after each file how many of how many are through. */
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
}

/** Writes the files one after the other, each in a transaction of its own, without asking who may. */
export async function writeFiles({
  read,
  decisions,
  series,
  personId,
  created,
  onProgress,
}: FilesToWrite): Promise<ImportReport> {
  const byFile = new Map(decisions.map((decision) => [decision.file, decision]));
  const pictures = new PictureKeeper(read.analysis, { seriesId: series.id, personId });
  const shown = new Map<string, PictureUse>();
  const items: ImportedItem[] = [];
  for (const text of read.analysis.texts) {
    const decision = byFile.get(text.file) ?? { file: text.file, kind: 'unsure', date: null, repair: false };
    const row = read.plan.rows.find((candidate) => candidate.file === text.file) ?? text.row;
    const file = { series, personId, text: { ...text, row }, decision, hash: read.hashes.get(text.file) ?? '' };
    const item = await writeOne(file, pictures);
    items.push(item);
    onProgress?.(items.length, read.analysis.texts.length);
    if (item.outcome !== 'left-out' && item.outcome !== 'refused') notePictures(shown, text);
  }
  const spare = pictures.picturesAmong(read.analysis.unused);
  const adopted = await adoptPictures({ seriesId: series.id, personId, pictures: spare });
  bus().publish('rows.changed', { seriesId: series.id, callId: null, what: 'calls' });
  const notPictures = pictures.notPictures().map((file) => ({ file, problem: { code: 'not-a-picture' } as const }));
  return {
    series: { id: series.id, slug: series.slug, name: series.name, address: addresses.series(series.slug), created },
    items,
    pictures: await picturesReport(
      series.id,
      shown,
      read.analysis.unused.filter((name) => !adopted.has(name)),
    ),
    ignored: [...read.analysis.ignored, ...notPictures],
  };
}

type FileToDecide = Omit<FileToWrite, 'assets'>;

async function writeOne(file: FileToDecide, pictures: PictureKeeper): Promise<ImportedItem> {
  const { text, decision } = file;
  const { row } = text;
  if (text.text === null) return itemOf(file, { outcome: 'refused' });
  if (row.imported !== null) return itemOf(file, { outcome: 'unchanged', address: row.imported });
  const needsDate = decision.kind !== 'template' && decision.date === null;
  if (decision.kind === 'unsure' || needsDate) return itemOf(file, { outcome: 'left-out' });
  try {
    return await inTransaction(file, pictures, decision.kind);
  } catch (error) {
    // The other files go on; this one was not written at all, and its line says so.
    if (!(error instanceof Refusal)) log.error('a file could not be imported', { file: text.file, error });
    const detail = error instanceof Refusal ? error.message : 'an unexpected error, which is in the log.';
    return itemOf(file, { outcome: 'refused', problems: [{ code: 'failed', detail }] });
  }
}

async function inTransaction(
  file: FileToDecide,
  pictures: PictureKeeper,
  outcome: Exclude<ImportDecision['kind'], 'unsure'>,
): Promise<ImportedItem> {
  const { series, text } = file;
  const { call, assets } = await database().$transaction(
    async (tx) => {
      const kept = await pictures.keep(tx, text.file, text.text ?? '');
      return { call: await writeFile(tx, { ...file, assets: kept }), assets: kept };
    },
    { timeout: 30_000 },
  );
  pictures.committed(text.file, assets);
  const address = call === null ? addresses.template(series.slug) : addresses.call(series.slug, call.address);
  return { ...itemOf(file, { outcome, address }), repairs: repairsOf(text, file.decision) };
}

interface Outcome {
  readonly outcome: ImportedItem['outcome'];
  readonly address?: string;
  readonly problems?: readonly ImportProblem[];
}

function itemOf({ text: { row }, decision }: FileToDecide, { outcome, address, problems = [] }: Outcome): ImportedItem {
  return {
    file: row.file,
    outcome,
    address: address ?? null,
    date: decision.kind === 'template' ? null : (decision.date ?? row.date),
    title: decision.title || row.title,
    slides: row.slides,
    repairs: [],
    mojibake: decision.repair ? null : row.mojibake,
    problems: [...row.problems, ...problems],
  };
}

interface PictureUse {
  readonly files: string[];
}

function notePictures(shown: Map<string, PictureUse>, { text, row }: AnalysedText): void {
  if (text === null) return;
  for (const address of row.pictures.addresses) {
    const use = shown.get(address);
    if (use === undefined) shown.set(address, { files: [row.file] });
    else use.files.push(row.file);
  }
}

/** Held against what the series keeps by now, so that a picture that came with an earlier import is not missed. */
async function picturesReport(
  seriesId: string,
  shown: ReadonlyMap<string, PictureUse>,
  unused: readonly string[],
): Promise<ImportReport['pictures']> {
  const rows = await database().assetAddress.findMany({
    where: { seriesId, address: { in: [...shown.keys()] } },
    select: { address: true },
  });
  const kept = new Set(rows.map((row) => row.address));
  const rest = [...shown].filter(([address]) => !kept.has(address)).map(([address, { files }]) => ({ address, files }));
  return {
    kept: kept.size,
    missing: rest.filter(({ address }) => kindOfReference(address) === 'upload'),
    foreign: rest.filter(({ address }) => kindOfReference(address) === 'foreign'),
    unused,
  };
}
