import { addresses } from '#lib/addresses.ts';
import type { ImportReport } from '#lib/imports/import-plan.ts';
import { importOptionsSchema } from '#lib/imports/import-run.ts';
import { bus } from '#server/bus/open-bus.ts';
import { database } from '#server/database/client.ts';
import type { ImportRun, Series } from '#prisma/client/client.ts';

import { adoptPictures } from './adopt-pictures.ts';
import { PictureKeeper } from './keep-pictures.ts';
import { oldNames } from './read-links.ts';
import { reportOfRun } from './report-run.ts';
import type { Progress } from './run-state.ts';
import { grouped, stagedPictures, stagedTexts } from './staged-rows.ts';
import { writeGroup } from './write-group.ts';
import { decidedText, type DecidedText } from './write-outcome.ts';

/**
 * Writes what was decided, some files at a time, each whole or not at all and together with what became of it: after a process died,
 * another goes on with the next. Gives the report once all are through.
 */
export async function writeRun(run: ImportRun, series: Series, progress: Progress): Promise<ImportReport> {
  const options = importOptionsSchema.parse(run.options);
  const pictures = new PictureKeeper({
    runId: run.id,
    seriesId: series.id,
    personId: run.personId,
    pictures: await stagedPictures(run.id),
    options,
  });
  const names = await oldNames(run, ({ address }) => (address === null ? null : addresses.call(series.slug, address)));
  const of = await database().importFile.count({ where: { runId: run.id, kind: 'text' } });
  await inGroups(run, { write: (texts) => writeGroup({ run, series, pictures, names }, texts), progress, of });
  const spare = await spareOf(run, series, pictures);
  bus().publish('rows.changed', { seriesId: series.id, callId: null, what: 'calls' });
  return reportOfRun(run, series, { pictures, spare });
}

interface InGroups {
  readonly write: (texts: readonly DecidedText[]) => Promise<void>;
  readonly progress: Progress;
  readonly of: number;
}

/** Two groups at a time: while the database works on one, the next is read and made ready. */
async function inGroups(run: ImportRun, { write, progress, of }: InGroups): Promise<void> {
  let before = { work: Promise.resolve(), texts: 0 };
  let done = 0;
  const end = async (): Promise<void> => {
    await before.work;
    done += before.texts;
    await progress(done, of);
  };
  try {
    for await (const part of stagedTexts(run.id))
      for (const group of grouped(part)) {
        const left = group.filter(({ outcome }) => outcome === null).flatMap((text) => decidedText(text) ?? []);
        const work = write(left);
        // Whether the one before fails is heard first.
        work.catch(() => undefined);
        const next = { work, texts: group.length };
        await end().finally(() => (before = next));
      }
    await end();
  } finally {
    await Promise.allSettled([before.work]);
  }
}

/** Pictures that no text of the import shows, without those that an open deck of the series shows. */
async function spareOf(run: ImportRun, series: Series, pictures: PictureKeeper): Promise<readonly string[]> {
  const used = new Set<string>();
  for await (const part of stagedTexts(run.id))
    for (const { row } of part) for (const name of pictures.filesOf(row)) used.add(name);
  const spare = [...pictures.index.paths].filter((name) => !used.has(name));
  const adopted = await adoptPictures({
    seriesId: series.id,
    personId: run.personId,
    pictures: spare,
    keep: (name) => pictures.keep(name),
  });
  return spare.filter((name) => !adopted.has(name));
}
