import type { ImportDecision, ImportFile, ImportReport } from '#lib/imports/import-plan.ts';
import { defaultTemplate } from '#lib/series/default-template.ts';
import type { SeriesForm } from '#lib/series/series-form.ts';
import type { Visitor } from '#lib/visitor.ts';
import { database } from '#server/database/client.ts';
import { mayCreate, writeSeries } from '#server/series/create-series.ts';
import { findSeries } from '#server/series/find-series.ts';
import type { Series } from '#prisma/client/client.ts';

import { readImport } from './read-plan.ts';
import { requireSomething } from './require-something.ts';
import { writeFiles } from './write-files.ts';

/** Where an import goes: into a series that there is, or one that is made for it. */
export type ImportTarget = { readonly series: string } | { readonly form: SeriesForm };

export interface ImportRequest {
  readonly files: readonly ImportFile[];
  readonly target: ImportTarget;
  readonly decisions: readonly ImportDecision[];
  /** Told after each file how many of how many are through. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** Brings files in as decided, each whole or not at all, and says what came of it. Doing it again changes nothing. */
export async function runImport(
  visitor: Visitor,
  { files, target, decisions, onProgress }: ImportRequest,
): Promise<ImportReport> {
  const known = 'series' in target ? (await findSeries(visitor, target.series, 'import.run')).series : null;
  const host = 'form' in target ? mayCreate(visitor) : null;
  // Before a series is made for them: files of which nothing comes make none.
  const read = await readImport(files, known);
  requireSomething(read, decisions);
  const series = 'form' in target ? await newSeries(target.form, host) : known;
  if (series === null) throw new Error('an import has a series by now');
  return writeFiles({
    read,
    decisions,
    series,
    personId: visitor.person?.id ?? null,
    created: 'form' in target,
    onProgress,
  });
}

/** Makes the series that an import asks for. */
export async function newSeries(form: SeriesForm, personId: string | null): Promise<Series> {
  const { id } = await writeSeries({ form, personId, template: defaultTemplate, details: { by: 'import' } });
  return database().series.findUniqueOrThrow({ where: { id } });
}
