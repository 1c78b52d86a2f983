import { Refusal } from '#lib/errors.ts';
import { importOptionsSchema, type ImportOptions, type ImportSource, type RunTarget } from '#lib/imports/import-run.ts';
import type { Visitor } from '#lib/visitor.ts';
import { isUuid } from '#lib/uuid.ts';
import { database } from '#server/database/client.ts';
import { mayCreate } from '#server/series/create-series.ts';
import { findSeries, nothingHere } from '#server/series/find-series.ts';
import type { ImportRun, Series } from '#prisma/client/client.ts';

/** An import that is to begin. */
export interface NewRun {
  readonly source: ImportSource;
  readonly target: RunTarget;
  readonly options?: Partial<ImportOptions>;
}

/** Begins an import into a series that the visitor hosts, or into one that they may make. Nothing is in it yet. */
export async function openRun(visitor: Visitor, run: NewRun): Promise<ImportRun> {
  const { target } = run;
  const series = 'series' in target ? (await findSeries(visitor, target.series, 'import.run')).series : null;
  if (series === null) mayCreate(visitor);
  return writeRunRow(run, series, visitor.person?.id ?? null);
}

/** Writes the row without asking who may. */
export async function writeRunRow(
  { source, target, options = {} }: NewRun,
  series: Series | null,
  personId: string | null,
): Promise<ImportRun> {
  return database().importRun.create({
    data: { source, target, options: importOptionsSchema.parse(options), seriesId: series?.id ?? null, personId },
  });
}

/**
 * An import, for whoever began it and may still import there, and for hosts of its series. Refuses what does not exist as what nobody
 * else may know of.
 */
export async function findRun(visitor: Visitor, runId: string): Promise<ImportRun> {
  const run = isUuid(runId)
    ? await database().importRun.findUnique({ where: { id: runId }, include: { series: true } })
    : null;
  if (run === null || visitor.person?.signedIn !== true) throw nothingHere();
  const { series, ...row } = run;
  const begun = row.personId === visitor.person.id;
  if (series === null) {
    if (!begun) throw nothingHere();
    mayCreate(visitor);
    return row;
  }
  try {
    await findSeries(visitor, series.slug, 'import.run');
  } catch (error) {
    // That there is an import says something of the series.
    throw error instanceof Refusal && !begun ? nothingHere() : error;
  }
  return row;
}
