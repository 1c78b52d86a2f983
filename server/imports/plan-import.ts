import type { ImportFile, ImportPlan } from '#lib/imports/import-plan.ts';
import type { Visitor } from '#lib/visitor.ts';
import { mayCreate } from '#server/series/create-series.ts';
import { findSeries } from '#server/series/find-series.ts';

import { readImport } from './read-plan.ts';

/** The table of an import before anything is written. For hosts of the series, or for who may make one. */
export async function planImport(
  visitor: Visitor,
  { files, series: slug }: { readonly files: readonly ImportFile[]; readonly series: string | null },
): Promise<ImportPlan> {
  if (slug === null) mayCreate(visitor);
  const found = slug === null ? null : await findSeries(visitor, slug, 'import.run');
  return (await readImport(files, found?.series ?? null)).plan;
}
